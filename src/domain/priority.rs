//! Which buyer type is the most urgent of a year: a rank by persona and calendar year, the order that follows from it,
//! and where two personas claim the first place of one year. What is urgent is for people to say; nothing computes it.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::people::Persona;
use super::research::Research;
use super::text;
use crate::error::{Error, Result};

/// The greatest rank.
pub const LAST_RANK: u8 = 99;

/// A calendar year of four digits. It stands as text, because it is the name of a member in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Year(u16);

impl Year {
    /// The year of a day; days outside the years of four digits give the nearest of these.
    pub fn of(day: NaiveDate) -> Year {
        Year(u16::try_from(day.year().clamp(1000, 9999)).unwrap_or(9999))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Year {
    type Err = Error;

    /// # Errors
    /// `not-a-year` unless it is four digits, the first of them not 0.
    fn from_str(typed: &str) -> Result<Year> {
        let legal = typed.len() == 4 && !typed.starts_with('0') && typed.bytes().all(|it| it.is_ascii_digit());
        let year = typed.parse().ok().filter(|_| legal).map(Year);
        year.ok_or_else(|| Error::usage("not-a-year").with("value", text::clean(typed)))
    }
}

impl TryFrom<String> for Year {
    type Error = Error;

    fn try_from(typed: String) -> Result<Year> {
        typed.parse()
    }
}

impl From<Year> for String {
    fn from(year: Year) -> String {
        year.to_string()
    }
}

/// How urgent a persona is, by year: 1 is the most urgent, [`LAST_RANK`] the least. A year that is not there was not
/// decided.
pub type Priority = BTreeMap<Year, u8>;

/// Ranks a year as somebody typed it; a blank text takes the rank away.
///
/// # Errors
/// `not-a-rank` where it is no number of 1 to [`LAST_RANK`].
pub fn put(priority: &mut Priority, year: Year, typed: &str) -> Result<()> {
    let typed = text::trim_line(typed);
    if typed.is_empty() {
        priority.remove(&year);
        return Ok(());
    }
    let rank = typed.parse().ok().filter(|rank| (1..=LAST_RANK).contains(rank));
    let rank = rank.ok_or_else(|| Error::usage("not-a-rank").with("value", &typed).with("last", LAST_RANK))?;
    priority.insert(year, rank);
    Ok(())
}

/// The personas by their rank in a year and then by name; those without a rank come last.
pub fn ranked(research: &Research, year: Year) -> Vec<&Persona> {
    let mut personas: Vec<&Persona> = research.personas().values().collect();
    personas.sort_by(|a, b| {
        let order = |it: &Persona| it.priority.get(&year).copied().unwrap_or(u8::MAX);
        (order(a), &a.name, a.id).cmp(&(order(b), &b.name, b.id))
    });
    personas
}

/// A year in which several personas stand in the first place, so that nobody knows whom to begin with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedFirst {
    /// The year.
    pub year: Year,
    /// The names of the personas, in order.
    pub personas: Vec<String>,
}

/// The years whose first place several personas share, the earliest first.
pub fn shared_firsts(research: &Research) -> Vec<SharedFirst> {
    let mut firsts: BTreeMap<Year, Vec<String>> = BTreeMap::new();
    for persona in research.personas().values() {
        for (year, _) in persona.priority.iter().filter(|(_, rank)| **rank == 1) {
            firsts.entry(*year).or_default().push(persona.name.clone());
        }
    }
    let shared = firsts.into_iter().filter(|(_, personas)| personas.len() > 1);
    shared
        .map(|(year, mut personas)| {
            personas.sort();
            SharedFirst { year, personas }
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Id, Moment, Record, Study, rules};

    fn year(typed: &str) -> Year {
        typed.parse().unwrap()
    }

    /// A study of personas by name, with their ranks.
    fn study(personas: &[(&str, &[(&str, u8)])]) -> Research {
        let (id, made): (Id, Moment) = (Id::from_u128(1), "2026-03-02T14:00:00+09:00".parse().unwrap());
        let mut records = vec![Record::Study(Study::blank(id, "고사양 PC", made))];
        for (at, (name, ranks)) in (2..).zip(personas) {
            let blank = Persona::blank((Id::from_u128(at), id), (*name).to_owned());
            let priority = ranks.iter().map(|(it, rank)| (year(it), *rank)).collect();
            records.push(Persona { priority, ..blank }.into());
        }
        Research::of(records).unwrap()
    }

    /// Shows A13.
    #[test]
    fn the_most_urgent_of_a_year_comes_first_and_who_has_no_rank_last() {
        let research = study(&[
            ("가 구매팀", &[("2027", 1)]),
            ("나 대표", &[("2026", 2), ("2027", 3)]),
            ("다 개발팀장", &[("2026", 1)]),
            ("라 연구원", &[("2026", 10)]),
            ("마 강사", &[("2026", 2)]),
        ]);
        let names = |it: &str| ranked(&research, year(it)).iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(names("2026"), ["다 개발팀장", "나 대표", "마 강사", "라 연구원", "가 구매팀"]);
        assert_eq!(names("2027"), ["가 구매팀", "나 대표", "다 개발팀장", "라 연구원", "마 강사"]);
        assert_eq!(names("2028"), ["가 구매팀", "나 대표", "다 개발팀장", "라 연구원", "마 강사"]);
    }

    /// Shows A13.
    #[test]
    fn two_in_the_first_place_of_one_year_are_told() {
        let research = study(&[
            ("나", &[("2026", 1), ("2025", 1)]),
            ("가", &[("2026", 1), ("2027", 2)]),
            ("다", &[("2027", 1), ("2026", 2)]),
            ("라", &[("2027", 2)]),
        ]);
        let personas = vec!["가".to_owned(), "나".to_owned()];
        assert_eq!(shared_firsts(&research), [SharedFirst { year: year("2026"), personas }]);
    }

    #[test]
    fn a_rank_is_a_small_number_and_a_blank_takes_it_away() {
        let mut priority = Priority::new();
        put(&mut priority, year("2026"), " 1 ").unwrap();
        put(&mut priority, year("2027"), "99").unwrap();
        assert_eq!(priority, Priority::from([(year("2026"), 1), (year("2027"), 99)]));
        for typed in ["0", "100", "-1", "첫째", "1.5"] {
            assert_eq!(put(&mut priority, year("2026"), typed).unwrap_err().key, "not-a-rank", "{typed}");
        }
        put(&mut priority, year("2026"), " ").unwrap();
        assert_eq!(priority.len(), 1);
        for typed in ["26", "0026", "20260", "２０２６", "year", ""] {
            assert_eq!(typed.parse::<Year>().unwrap_err().key, "not-a-year", "{typed}");
        }
    }

    #[test]
    fn a_rank_out_of_range_is_refused_however_it_came_here() {
        for rank in [0, 100] {
            let persona = Persona::blank((Id::from_u128(2), Id::from_u128(1)), "가".to_owned());
            let persona = Persona { priority: Priority::from([(year("2026"), rank)]), ..persona };
            assert_eq!(rules::check(&persona.into()).unwrap_err().key, "out-of-range", "{rank}");
        }
        let record = r#"{"record":"persona","id":"00000000-0000-0000-0000-000000000002","study":"00000000-0000-0000-0000-000000000001","name":"가","priority":{"26":1}}"#;
        assert!(serde_json::from_str::<Record>(record).is_err());
        let record = record.replace("\"26\"", "\"2026\"");
        assert!(matches!(serde_json::from_str(&record), Ok(Record::Persona(it)) if it.priority[&year("2026")] == 1));
    }
}
