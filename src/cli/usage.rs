//! What was typed wrongly, in our own words: clap knows what is wrong, the words say it. And what must be known
//! before anything is parsed: the language and whether errors are JSON.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind as Fault};

use crate::error::Error;
use crate::words::Lang;

/// The language of a command line that is not parsed yet: `--lang`, else the environment.
pub(super) fn lang_of(argv: &[OsString]) -> Lang {
    let texts: Vec<&str> = argv.iter().filter_map(|it| it.to_str()).take_while(|it| *it != "--").collect();
    let spaced = texts.iter().position(|it| *it == "--lang").and_then(|place| texts.get(place + 1).copied());
    let joined = texts.iter().find_map(|it| it.strip_prefix("--lang="));
    let flag = joined.or(spaced).and_then(|name| name.parse().ok());
    Lang::choose(flag, |name| std::env::var(name).ok())
}

/// Whether `--json` stands in a command line that is not parsed yet.
pub(super) fn wants_json(argv: &[OsString]) -> bool {
    argv.iter().take_while(|it| *it != "--").any(|it| it == "--json")
}

/// The error of a command line that clap did not accept.
pub(super) fn explain(fault: &clap::Error) -> Error {
    let fact = |kind| fault.get(kind).map(shown).unwrap_or_default();
    let (arg, value) = (fact(ContextKind::InvalidArg), fact(ContextKind::InvalidValue));
    match fault.kind() {
        Fault::InvalidSubcommand => {
            let near = fact(ContextKind::SuggestedSubcommand);
            near_or(("usage-command-near", "usage-command"), near).with("name", fact(ContextKind::InvalidSubcommand))
        }
        Fault::UnknownArgument => {
            let near = fact(ContextKind::SuggestedArg);
            near_or(("usage-option-near", "usage-option"), near).with("name", arg)
        }
        Fault::InvalidValue if value.is_empty() => Error::usage("usage-value-missing").with("name", arg),
        Fault::InvalidValue => {
            let legal = fact(ContextKind::ValidValue);
            Error::usage("usage-value").with("name", arg).with("value", value).with("legal", legal)
        }
        Fault::ValueValidation => Error::usage("usage-value-wrong").with("name", arg).with("value", value),
        Fault::MissingRequiredArgument => Error::usage("usage-missing").with("name", arg),
        Fault::MissingSubcommand | Fault::DisplayHelpOnMissingArgumentOrSubcommand => {
            Error::usage("usage-command-missing")
        }
        Fault::ArgumentConflict if fact(ContextKind::PriorArg) == arg => Error::usage("usage-twice").with("name", arg),
        Fault::ArgumentConflict => {
            Error::usage("usage-conflict").with("name", arg).with("other", fact(ContextKind::PriorArg))
        }
        Fault::TooManyValues | Fault::TooFewValues | Fault::WrongNumberOfValues | Fault::NoEquals => {
            Error::usage("usage-value-count").with("name", arg)
        }
        Fault::InvalidUtf8 => Error::usage("usage-utf8"),
        _ => Error::usage("usage-other"),
    }
}

fn near_or((near_key, key): (&'static str, &'static str), near: String) -> Error {
    if near.is_empty() { Error::usage(key) } else { Error::usage(near_key).with("near", near) }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(list) => list.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(list) => list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
