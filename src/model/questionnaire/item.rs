//! One activity a student is asked about, and what a student may answer to it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a student would like one activity, in steps from -2 (strongly dislike) to +2 (strongly like).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct Answer(i8);

impl Answer {
    /// Every answer on the scale, lowest first.
    pub const ALL: [Answer; 5] = [Answer(-2), Answer(-1), Answer(0), Answer(1), Answer(2)];

    /// The strongest answer to either side, in steps from the middle.
    pub const STRONGEST: i16 = 2;

    /// The answer for a number from -2 to +2, or nothing for a number off the scale.
    pub fn new(value: i8) -> Option<Answer> {
        (-2..=2).contains(&value).then_some(Answer(value))
    }

    /// Steps from the middle, -2 to +2; positive means the student would like it.
    pub fn value(self) -> i8 {
        self.0
    }
}

impl TryFrom<i8> for Answer {
    type Error = &'static str;

    fn try_from(value: i8) -> Result<Answer, &'static str> {
        Answer::new(value).ok_or(OFF_SCALE)
    }
}

impl From<Answer> for i8 {
    fn from(answer: Answer) -> i8 {
        answer.0
    }
}

// An answer is a private word of a student: it must not reach a log.
impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Answer(…)")
    }
}

/// What a student said to one item; an item that was left out has no choice at all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Stored", into = "Stored")]
pub enum Choice {
    /// An answer on the scale.
    Scale(Answer),
    /// "I don't know enough to say": saved, but worth 0 points and not counted as answered.
    Unsure,
}

impl Choice {
    /// The answer on the scale, or nothing for "don't know".
    pub fn answer(self) -> Option<Answer> {
        match self {
            Choice::Scale(answer) => Some(answer),
            Choice::Unsure => None,
        }
    }

    /// The value of this choice in a form: `-2` to `2`, or `unsure`.
    pub fn code(self) -> &'static str {
        match self.answer().map(Answer::value) {
            Some(-2) => "-2",
            Some(-1) => "-1",
            Some(0) => "0",
            Some(1) => "1",
            Some(_) => "2",
            None => UNSURE,
        }
    }

    /// The choice that a form's value stands for; the error is a message key.
    pub fn parse(raw: &str) -> Result<Choice, &'static str> {
        match raw {
            "-2" => Ok(Choice::Scale(Answer(-2))),
            "-1" => Ok(Choice::Scale(Answer(-1))),
            "0" => Ok(Choice::Scale(Answer(0))),
            "1" => Ok(Choice::Scale(Answer(1))),
            "2" => Ok(Choice::Scale(Answer(2))),
            UNSURE => Ok(Choice::Unsure),
            _ => Err(OFF_SCALE),
        }
    }
}

// As with `Answer`: what a student said is not printed.
impl fmt::Debug for Choice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Choice(…)")
    }
}

const OFF_SCALE: &str = "answer-off-scale";
const UNSURE: &str = "unsure";

/// A choice as a stored result holds it: a number, or the word `unsure`.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Number(Answer),
    Word(String),
}

impl TryFrom<Stored> for Choice {
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Choice, &'static str> {
        match stored {
            Stored::Number(answer) => Ok(Choice::Scale(answer)),
            Stored::Word(word) if word == UNSURE => Ok(Choice::Unsure),
            Stored::Word(_) => Err(OFF_SCALE),
        }
    }
}

impl From<Choice> for Stored {
    fn from(choice: Choice) -> Stored {
        match choice {
            Choice::Scale(answer) => Stored::Number(answer),
            Choice::Unsure => Stored::Word(UNSURE.to_owned()),
        }
    }
}

/// The program that liking an item speaks for; stored as +1 for HI and -1 for HIM.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub enum Key {
    /// Liking it is a point toward health informatics.
    Hi,
    /// Liking it is a point toward health information management.
    Him,
}

impl Key {
    /// The sign that turns an answer into points: +1 toward HI, -1 toward HIM.
    pub fn sign(self) -> i16 {
        match self {
            Key::Hi => 1,
            Key::Him => -1,
        }
    }

    /// The key with this sign, or nothing for any other number than 1 and -1.
    pub fn of_sign(sign: i16) -> Option<Key> {
        match sign {
            1 => Some(Key::Hi),
            -1 => Some(Key::Him),
            _ => None,
        }
    }
}

impl TryFrom<i8> for Key {
    type Error = &'static str;

    fn try_from(sign: i8) -> Result<Key, &'static str> {
        Key::of_sign(sign.into()).ok_or("a key is 1 or -1")
    }
}

impl From<Key> for i8 {
    fn from(key: Key) -> i8 {
        match key {
            Key::Hi => 1,
            Key::Him => -1,
        }
    }
}

/// One activity of a questionnaire version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The name of its form field, such as `q07`; unique within a version.
    pub name: String,
    /// Its place in the version's one fixed order, counted from 1.
    pub position: i16,
    /// The page it is asked on, counted from 1.
    pub part: i16,
    /// The code of the dimension it belongs to.
    pub dimension: String,
    /// The program that liking it speaks for.
    pub key: Key,
    /// The words that follow the stem.
    pub text: String,
}

impl Item {
    /// What a student answered in this item's field; the error is a message key.
    pub fn parse(&self, raw: &str) -> Result<Choice, &'static str> {
        Choice::parse(raw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item() -> Item {
        Item {
            name: "q01".to_owned(),
            position: 1,
            part: 1,
            dimension: "LEAD".to_owned(),
            key: Key::Him,
            text: "Coach a team.".to_owned(),
        }
    }

    #[test]
    fn an_item_takes_the_five_steps_and_unsure_and_gives_them_back() {
        for raw in ["-2", "-1", "0", "1", "2", "unsure"] {
            assert_eq!(item().parse(raw).unwrap().code(), raw);
        }
    }

    #[test]
    fn an_item_takes_nothing_else() {
        for raw in ["", " 1", "1 ", "+1", "3", "-3", "01", "-0", "1.0", "UNSURE", "null", "١"] {
            assert_eq!(item().parse(raw), Err("answer-off-scale"), "{raw:?}");
        }
    }

    #[test]
    fn numbers_off_the_scale_are_no_answers() {
        assert_eq!((i8::MIN..=i8::MAX).filter_map(Answer::new).collect::<Vec<_>>(), Answer::ALL);
        assert!(serde_json::from_str::<Answer>("3").is_err());
    }

    #[test]
    fn a_choice_is_stored_and_read_back_equal() {
        for raw in ["-2", "-1", "0", "1", "2", "\"unsure\""] {
            let choice: Choice = serde_json::from_str(raw).unwrap();
            assert_eq!(serde_json::to_string(&choice).unwrap(), raw);
        }
        for raw in ["3", "\"1\"", "null", "1.5"] {
            assert!(serde_json::from_str::<Choice>(raw).is_err(), "{raw}");
        }
    }

    #[test]
    fn a_choice_does_not_print_itself() {
        let printed = format!("{:?} {:?} {:?}", Choice::Unsure, Choice::parse("2").unwrap(), Answer(2));
        assert_eq!(printed, "Choice(…) Choice(…) Answer(…)");
    }
}
