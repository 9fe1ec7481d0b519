//! The texts of the screens and commands in English and Korean, with particles, grouped numbers and dates as the
//! language writes them. A key that is missing shows itself and never stops the program. Text from interviews
//! passes through as an argument only; nothing here reads the environment by itself.

mod josa;

use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::error::Error;

const ENGLISH: &str = include_str!("en.ftl");
const KOREAN: &str = include_str!("ko.ftl");

/// A language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English, also for every language that we do not have.
    #[default]
    En,
    /// Korean.
    Ko,
}

impl Lang {
    /// The language to speak: the flag, else the first of `WHYBUY_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG` that is
    /// set and not empty (the order of POSIX). What begins with `ko` is Korean, everything else English.
    pub fn choose(flag: Option<Lang>, env: impl Fn(&str) -> Option<String>) -> Lang {
        let set = |name| env(name).filter(|value| !value.is_empty());
        let named = || ["WHYBUY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        flag.unwrap_or_else(|| match named() {
            Some(value) if value.to_ascii_lowercase().starts_with("ko") => Lang::Ko,
            _ => Lang::En,
        })
    }

    /// The tag: `en` or `ko`.
    pub fn name(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
        }
    }

    fn source(self) -> &'static str {
        match self {
            Lang::En => ENGLISH,
            Lang::Ko => KOREAN,
        }
    }
}

/// Says that a text is neither `en` nor `ko`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALang;

impl std::fmt::Display for NotALang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("en, ko")
    }
}

impl std::error::Error for NotALang {}

impl FromStr for Lang {
    type Err = NotALang;

    fn from_str(text: &str) -> Result<Lang, NotALang> {
        match text {
            "en" => Ok(Lang::En),
            "ko" => Ok(Lang::Ko),
            _ => Err(NotALang),
        }
    }
}

/// What fills a place in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, shown as it is; it should have been cleaned.
    Text(&'a str),
    /// A number, grouped when shown; messages may choose a plural by it.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Arg::Count(count)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Arg::Count(i64::from(count))
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// An error in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What happened.
    pub what: String,
    /// Why, where the words know it.
    pub why: Option<String>,
    /// What to do, where the words know it.
    pub hint: Option<String>,
}

/// The words of one language. They can be shared between threads.
pub struct Words {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Words {
    /// The words of this language. A broken line of the resource costs that line only; a test keeps them whole.
    pub fn new(lang: Lang) -> Words {
        Words::of(lang, lang.source())
    }

    fn of(lang: Lang, source: &str) -> Words {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.name().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) if number.value.fract() == 0.0 => Some(grouped(&number.as_string())),
            _ => None,
        }));
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // Both can only fail on a doubled name, which the tests exclude; the first one then stands.
        bundle.add_resource(resource).unwrap_or_default();
        bundle.add_function("JOSA", move |positional, _| particle(lang, positional)).unwrap_or_default();
        Words { lang, bundle }
    }

    /// The language that is spoken.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The message of a key without arguments; the key itself where there is none. `key.attribute` is legal.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message of a key, filled with arguments; the key itself where there is none.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The name of a stage or a lane: the team's own where there is one, else the one that everybody knows, else its key.
    pub fn named(&self, kind: &str, own: &str, key: impl std::fmt::Display) -> String {
        if own.is_empty() {
            return self.find(&format!("{kind}-{key}"), &[]).unwrap_or_else(|| key.to_string());
        }
        own.to_owned()
    }

    /// The message of a key, filled with arguments, or none where the words do not have it.
    pub fn find(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let (id, attribute) = match key.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (key, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match *arg {
                Arg::Text(text) => filled.set(*name, text),
                Arg::Count(count) => filled.set(*name, count),
            }
        }
        // A missing argument shows as {$name}; there is nobody here to tell about it.
        let mut problems = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&filled), &mut problems).into_owned())
    }

    /// An error in this language: the message `error-<key>` with its attributes `why` and `hint`.
    /// A fact named `kind`, `place`, `stage` or `action` (`rival`) is shown by its name on the screen.
    pub fn explain(&self, error: &Error) -> Explained {
        let shown: Vec<(&str, String)> =
            error.facts.iter().map(|(name, fact)| (*name, self.fact(name, fact))).collect();
        let args: Vec<(&str, Arg<'_>)> = shown.iter().map(|(name, fact)| (*name, Arg::from(fact))).collect();
        let key = format!("error-{}", error.key);
        Explained {
            what: self.say_with(&key, &args),
            why: self.find(&format!("{key}.why"), &args),
            hint: self.find(&format!("{key}.hint"), &args),
        }
    }

    fn fact(&self, name: &str, fact: &str) -> String {
        let list = match name {
            "kind" | "place" | "action" | "stage" => name,
            "rival" => "action",
            _ => return fact.to_owned(),
        };
        self.find(&format!("{list}-{fact}"), &[]).unwrap_or_else(|| fact.to_owned())
    }

    /// A number, grouped by thousands: `1,204`.
    pub fn number(&self, number: i64) -> String {
        grouped(&number.to_string())
    }

    /// A date: `21 Nov 2025`, `2025년 11월 21일`.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.say(&format!("month-{}", date.month()));
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let args = [("day", Arg::from(&day)), ("month", Arg::from(&month)), ("year", Arg::from(&year))];
        self.say_with("date-full", &args)
    }

    /// A date with the time of day to the minute: `21 Nov 2025, 14:05`.
    pub fn day_time(&self, at: NaiveDateTime) -> String {
        let (date, time) = (self.date(at.date()), at.format("%H:%M").to_string());
        self.say_with("date-and-time", &[("date", Arg::from(&date)), ("time", Arg::from(&time))])
    }
}

/// `JOSA($word, "을/를")`: the word with its particle in Korean, the bare word in English.
fn particle<'a>(lang: Lang, positional: &[FluentValue<'a>]) -> FluentValue<'a> {
    let word = match positional.first() {
        Some(FluentValue::String(word)) => word.to_string(),
        Some(FluentValue::Number(number)) => grouped(&number.as_string()),
        _ => return FluentValue::Error,
    };
    match (lang, positional.get(1)) {
        (Lang::Ko, Some(FluentValue::String(pair))) => josa::with_particle(&word, pair).into(),
        _ => word.into(),
    }
}

/// Groups the digits of a whole number, which may begin with a minus sign.
fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
