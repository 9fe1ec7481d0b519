//! The help pages: clap's structure, filled with words. Each text is found by its place: `cli-<command>-about`
//! and `cli-<command>-<argument>`, else what all commands share under `cli-any-...`. Nothing is translated here.

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg as ClapArg, ArgAction, Command, CommandFactory};

use super::args::Cli;
use crate::domain::Kind;
use crate::words::{Arg, Words};

/// The flags before a command that take a value.
const WITH_VALUE: [&str; 5] = ["--lang", "--library", "--study", "--config", "--palette"];

/// Turns `whybuy help search` into `whybuy search --help`.
pub(super) fn as_flag(mut argv: Vec<OsString>) -> Vec<OsString> {
    let mut place = 1;
    while let Some(flag) = argv.get(place).and_then(|it| it.to_str()).filter(|it| it.starts_with('-')) {
        place += if WITH_VALUE.contains(&flag) { 2 } else { 1 };
    }
    if argv.get(place).is_some_and(|it| it == "help") {
        argv.remove(place);
        argv.push("--help".into());
    }
    argv
}

/// The whole command line with its texts in one language.
pub(super) fn command(words: &Words) -> Command {
    let mut command =
        Cli::command().arg(flag("help", 'h', ArgAction::Help)).arg(flag("version", 'V', ArgAction::Version));
    let top = words.say("cli-about");
    let more = words.say("cli-more");
    command = command.after_help(more);
    speak(command, &[], words).about(top)
}

fn flag(name: &'static str, short: char, action: ArgAction) -> ClapArg {
    let flag = ClapArg::new(name).long(name).short(short).action(action);
    if name == "help" { flag.global(true) } else { flag }
}

/// Puts the words on a command and on all below it.
fn speak(command: Command, path: &[String], words: &Words) -> Command {
    let place = path.join("-");
    let about = text(words, &place, "about", path);
    let usage = usage(&command, path, words);
    let (usage_label, commands) = (words.say("cli-usage"), words.say("cli-commands"));
    let template = format!("{{about-with-newline}}\n{usage_label} {{usage}}\n\n{{all-args}}{{after-help}}");
    let command = command
        .about(about)
        .help_template(template)
        .override_usage(StyledStr::from(usage))
        .subcommand_help_heading(commands)
        .max_term_width(80)
        .mut_args(|arg| speak_arg(arg, &place, path, words));
    command.mut_subcommands(|below| {
        let path: Vec<String> = path.iter().cloned().chain([below.get_name().to_owned()]).collect();
        speak(below, &path, words)
    })
}

fn speak_arg(arg: ClapArg, place: &str, path: &[String], words: &Words) -> ClapArg {
    let is_global = arg.is_global_set() || arg.get_id() == "version";
    let heading = match (arg.is_positional(), is_global) {
        (true, _) => "cli-arguments",
        (false, true) => "cli-globals",
        (false, false) => "cli-options",
    };
    let place = if is_global { "any" } else { place };
    let mut help = text(words, place, arg.get_id().as_str(), path);
    let values: Vec<String> = arg.get_possible_values().iter().map(|it| it.get_name().to_owned()).collect();
    let takes_value = arg.get_action().takes_values();
    if takes_value && !values.is_empty() {
        help = format!("{help} [{}]", values.join(", "));
    }
    let name = arg.get_value_names().and_then(|names| names.first()).map(|name| value_name(words, name));
    let arg = arg.help(help).help_heading(words.say(heading));
    if !takes_value {
        return arg;
    }
    let arg = arg.hide_possible_values(true).hide_default_value(true).hide_env(true);
    match name {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

fn value_name(words: &Words, name: &str) -> String {
    let key = format!("cli-value-{}", name.to_lowercase().replace('=', "-"));
    words.find(&key, &[]).unwrap_or_else(|| name.to_owned())
}

/// The text of a place, else the one that all commands share; it may name the kind that the family is about.
fn text(words: &Words, place: &str, what: &str, path: &[String]) -> String {
    let kind = path.first().map(|it| it.replace('-', "_")).filter(|it| Kind::NAMES.contains(&it.as_str()));
    let kind = kind.map_or_else(String::new, |kind| words.say(&format!("kind-{kind}")));
    let args = [("kind", Arg::Text(&kind))];
    let own = if place.is_empty() { format!("cli-{what}") } else { format!("cli-{place}-{what}") };
    let last = path.last().map_or("", String::as_str);
    let shared = if what == "about" { format!("cli-any-{last}-about") } else { format!("cli-any-{what}") };
    words.find(&own, &args).or_else(|| words.find(&shared, &args)).unwrap_or(own)
}

/// `whybuy search [options] <QUERY>`, with the placeholders in the language of the page.
fn usage(command: &Command, path: &[String], words: &Words) -> String {
    let mut usage = std::iter::once("whybuy").chain(path.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    usage.push_str(&format!(" [{}]", words.say("cli-options-word")));
    for arg in command.get_positionals() {
        let name = arg.get_value_names().and_then(|it| it.first()).map(|it| value_name(words, it)).unwrap_or_default();
        let many = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
        usage.push_str(&if arg.is_required_set() { format!(" <{name}>{many}") } else { format!(" [{name}]{many}") });
    }
    if command.has_subcommands() {
        let name = words.say("cli-command-word");
        usage.push_str(&if path.is_empty() { format!(" [{name}]") } else { format!(" <{name}>") });
    }
    usage
}

#[cfg(test)]
mod tests;
