//! Lists as schools write them.

use super::*;
use encoding_rs::WINDOWS_1252;

fn rows(bytes: &[u8]) -> Vec<String> {
    let sheet = Sheet::open(bytes).unwrap_or_else(|(key, found)| panic!("{key} {found}"));
    let said = |row: Row| match row.problem {
        Some((_, key)) => format!("{} {key}", row.number),
        None => {
            let id = row.school_id.unwrap_or_default();
            format!("{} {id}|{}|{}", row.number, row.full_name, row.email)
        }
    };
    sheet.rows(&[]).map(said).collect()
}

#[test]
fn every_dialect_is_read_as_the_same_list() {
    let told = ["2 7|Zoë Núñez|zoe@a.example", "3 |Kai Moon|kai@a.example"];
    let plain = "Student ID,Full name,Email\n7,Zoë Núñez,zoe@a.example\n,Kai Moon,kai@a.example\n";
    let semicolon = plain.replace(',', ";");
    let tab = plain.replace(',', "\t").replace('\n', "\r\n");
    let mark = format!("\u{feff}{plain}");
    let (windows, _, _) = WINDOWS_1252.encode(plain);
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(plain.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [plain.as_bytes(), semicolon.as_bytes(), tab.as_bytes(), mark.as_bytes(), &windows[..], &utf16[..]] {
        assert_eq!(rows(bytes), told);
    }
}

#[test]
fn cells_may_hold_separators_and_quotes_but_no_lines() {
    let list = "name;email\n\"Moon; Kai\";kai@a.example\n\n\"Noor \"\"Ivy\"\"\nof Harbor\";ivy@a.example\n;;\n\
                \"Noor \"\"Ivy\"\"\";ivy@a.example\nJo Field;jo@a.example\n";
    let told = [
        "2 |Moon; Kai|kai@a.example",
        "4 roster-line-broken",
        "7 |Noor \"Ivy\"|ivy@a.example",
        "8 roster-too-many-cells",
    ];
    let read = rows(list.replace("Jo Field;jo@a.example", "Jo Field;jo@a.example;more").as_bytes());
    assert_eq!(read, told);
}

#[test]
fn a_quote_that_is_not_closed_takes_no_student_in() {
    let list = "email,name,student_id\na0@a.example,Zero,0\na1@a.example,\"Unclosed,1\na2@a.example,Two,2\na3@a.example,Three,3";
    assert_eq!(rows(list.as_bytes()), ["2 0|Zero|a0@a.example", "3 roster-line-broken"]);
    // Not even the last line, and not where somebody is left out.
    assert_eq!(rows(b"email,name\na1@a.example,\"One,"), ["2 roster-line-broken"]);
    assert_eq!(rows(b"email,name,role\na1@a.example,\"One\",\"teacher\na2@a.example,Two,"), ["2 roster-line-broken"]);
}

#[test]
fn columns_that_say_nothing_are_named() {
    let sheet = |bytes: &[u8]| Sheet::open(bytes).map(|sheet| sheet.unread());
    assert_eq!(sheet(b"email,name,advsor email,,Grade\n"), Ok("advsor email, Grade".to_owned()));
    assert_eq!(sheet(b"email,name,id\n"), Ok(String::new()));
    let twice = |found: &str| Err::<String, _>(("roster-column-twice", found.to_owned()));
    assert_eq!(sheet(b"email,email,name\n"), twice("email, email"));
    assert_eq!(sheet(b"Email,Name,E-mail address,name\n"), twice("Email, E-mail address"));
}

#[test]
fn a_oneroster_file_is_taken_as_it_is() {
    let list = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,\
                middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n\
                s-1,active,2026-08-01,true,o1,student,eve,,Eve,Hart,,123,eve@a.example,,,,12,\n\
                s-2,active,2026-08-01,true,o1,teacher,ada,,Ada,Bell,,124,ada@a.example,,,,,\n\
                s-3,tobedeleted,2026-08-01,true,o1,student,gus,,Gus,Lind,,125,gus@a.example,,,,12,\n\
                s-4,active,2026-08-01,false,o1,student,hana,,Hana,Sato,,126,hana@a.example,,,,12,\n";
    let told = ["2 s-1|Eve Hart|eve@a.example", "3 roster-no-student", "4 roster-not-active", "5 roster-not-active"];
    assert_eq!(rows(list.as_bytes()), told);
}

#[test]
fn one_bad_row_does_not_stop_the_others() {
    let list = "name,email,advisor\nKai Moon,kai@a\n,ivy@a.example\nJo Field,\nLou,lou@a.example,nobody\nMia Fox,mia@a.example";
    let told = [
        "2 email-malformed",
        "3 ||ivy@a.example",
        "4 line-without-address",
        "5 roster-no-advisor",
        "6 |Mia Fox|mia@a.example",
    ];
    assert_eq!(rows(list.as_bytes()), told);
    let others = ["b.example".to_owned()];
    let sheet = Sheet::open(list.as_bytes()).unwrap_or_else(|_| panic!("a list"));
    assert_eq!(sheet.rows(&others).last().and_then(|row| row.problem), Some((true, "email-of-another-domain")));
}

#[test]
fn a_wrong_file_says_what_is_wrong() {
    let refused = |bytes: &[u8]| Sheet::open(bytes).err();
    assert_eq!(refused(b"PK\x03\x04more"), Some(("roster-is-spreadsheet", String::new())));
    assert_eq!(refused(b" \n"), Some(("roster-empty", String::new())));
    assert_eq!(refused(b"name,email\n\0"), Some(("roster-no-text", String::new())));
    assert_eq!(refused(b"name,phone\nKai,1"), Some(("roster-no-email-column", "name, phone".to_owned())));
    assert_eq!(refused(b"email,\"name\nKai"), Some(("roster-header-broken", "email, name Kai".to_owned())));
    assert_eq!(refused(b"email\na@b.example"), Some(("roster-no-name-column", "email".to_owned())));
    assert_eq!(refused(b"Kai Moon,kai@a.example"), Some(("roster-no-columns", "Kai Moon, kai@a.example".to_owned())));
}

proptest::proptest! {
    #[test]
    fn no_bytes_break_it(bytes: Vec<u8>) {
        if let Ok(sheet) = Sheet::open(&[b"name,email\n".as_slice(), &bytes].concat()) {
            for row in sheet.rows(&[]) {
                proptest::prop_assert!(row.problem.is_some() != row.email_key.is_some());
            }
        }
    }
}
