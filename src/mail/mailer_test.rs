//! One try with servers of every temper.

use std::time::Duration;

use super::{
    message::tests::{row, written},
    *,
};
use crate::model::letter::Letter;

#[path = "../../tests/support/smtp_sink.rs"]
#[allow(dead_code)]
mod smtp_sink;
use smtp_sink::{Mode, SmtpSink};

const EVE: &str = "eve@students.harbor.example";

fn message() -> Message {
    Message::of(
        &row(&Letter::AlreadyRegistered),
        &Letter::AlreadyRegistered,
        &written(&Letter::AlreadyRegistered),
        None,
    )
    .unwrap()
}

async fn one_try(sink: &SmtpSink) -> Delivery {
    Smtp::at(&sink.url(), Duration::from_millis(500)).unwrap().deliver(&message()).await
}

#[tokio::test]
async fn the_servers_word_decides() {
    let sink = SmtpSink::open().await.unwrap();
    assert_eq!(one_try(&sink).await, Delivery::Accepted("250 2.0.0 queued as sink".into()));
    let taken = &sink.taken()[0];
    assert_eq!((taken.from.as_str(), taken.to.as_str()), ("signpost@harbor.example", EVE));
    assert!(taken.data.as_bytes().starts_with(message().bytes()), "{}", taken.data);

    sink.treat(EVE, Mode::Greylist(1));
    assert_eq!(one_try(&sink).await, Delivery::Deferred("451 4.7.1 greylisted, try again later".into()));
    assert!(matches!(one_try(&sink).await, Delivery::Accepted(_)));
    sink.treat(EVE, Mode::Refuse);
    assert_eq!(one_try(&sink).await, Delivery::Refused("550 5.1.1 no such mailbox here".into()));
}

#[tokio::test]
async fn a_server_that_hangs_breaks_off_or_is_away_defers() {
    let sink = SmtpSink::open().await.unwrap();
    for (mode, words) in [
        (Mode::Hang, "did not answer within"),
        (Mode::Slow(Duration::from_secs(1)), "did not answer within"),
        (Mode::HangUp, "could not be used"),
        (Mode::DieAfterData, "broke off before it answered"),
    ] {
        sink.treat_all(mode);
        match one_try(&sink).await {
            Delivery::Deferred(said) => assert!(said.contains(words), "{mode:?}: {said}"),
            other => panic!("{mode:?}: {other:?}"),
        }
    }
    assert!(!sink.taken()[0].acknowledged);
    let mailer = Mailer::open(Some(&sink.url()), Path::new(""), None).unwrap();
    sink.close().await;
    assert!(matches!(mailer.deliver(&message()).await, Delivery::Deferred(said) if said.contains("refused")));
}

#[tokio::test]
async fn a_folder_gets_one_file_a_letter_however_often_it_is_tried() {
    let folder = std::env::temp_dir().join(format!("signpost-letters-{}", uuid::Uuid::now_v7()));
    let mailer = Mailer::open(None, &folder, None).unwrap();
    for _ in 0..2 {
        assert!(matches!(mailer.deliver(&message()).await, Delivery::Accepted(_)));
    }
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["20261122T153000Z-already-registered-0193a0c0-0000-7000-8000-000000000001.eml"]);
    assert_eq!(std::fs::read(folder.join(&files[0])).unwrap(), message().bytes());
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_mailer_says_where_letters_go_but_not_the_password() {
    let open = |url, only_to: Option<&str>| Mailer::open(url, Path::new("var/letters"), only_to.map(str::to_owned));
    let live = open(Some("smtps://sam:s3cret@mail.harbor.example"), None).unwrap();
    assert_eq!(live.to_string(), "the mail server at mail.harbor.example:465");
    let folder = open(None, Some("Ada@harbor.example ")).unwrap();
    assert_eq!(folder.to_string(), "the folder var/letters, those to ada@harbor.example only; others are held");
    assert!(live.is_live() && !folder.is_live());
    assert!(folder.may_write_to("ADA@harbor.example") && !folder.may_write_to("bo@harbor.example"));
    assert!(!open(Some("http://sam:s3cret@mail"), None).err().unwrap().to_string().contains("s3cret"));
}
