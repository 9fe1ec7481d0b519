//! The configuration file as plain values: what TOML it is made of and which names it may use. It never refuses a
//! file: what is wrong is told with its line and left at its default, what is right counts. Reading the file from the
//! disk belongs to `cli`, what a key means to `tui::keymap`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::Subject;
use crate::domain::named::named;
use crate::domain::probe::Cliches;
use crate::error::Error;
use crate::words::Lang;

named! {
    /// The colours of the screens, by the ground that they are made for.
    Palette ("palette") {
        /// A dark ground.
        Dark = "dark",
        /// A light ground.
        Light = "light",
        /// Strong hues and nothing dim, on a black ground.
        HighContrast = "high-contrast",
    }
}

/// What a configuration file says; what it leaves out is none or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The colours.
    pub palette: Option<Palette>,
    /// Whether only ASCII characters are drawn.
    pub ascii: Option<bool>,
    /// Whether the mouse is taken.
    pub mouse: Option<bool>,
    /// The keys that differ from the defaults.
    pub keys: Keys,
    /// What is changed about the probes.
    pub probes: Probes,
    /// The folder of the templates of HTML briefs; a relative one lies beside the file.
    pub templates: Option<String>,
}

/// The keys that a configuration names, not yet understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// The name of the file, to tell what is wrong with it.
    pub file: String,
    /// One entry for each action, in the order of places and actions by name.
    pub lines: Vec<KeyLine>,
}

/// One action with the keys that it shall have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// The place, by name.
    pub place: String,
    /// The action, by name.
    pub action: String,
    /// The keys as they are written; none takes the key away.
    pub keys: Vec<String>,
    /// The line of the file, from 1.
    pub line: usize,
}

/// What is changed about the probes of the live capture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Probes {
    /// The dimensions of which no probe is wanted.
    pub off: Vec<Subject>,
    /// The reasons that count as shallow; they take the place of the built-in ones.
    pub cliches: Cliches,
}

/// The names at the top of the file.
const TOP: [&str; 6] = ["palette", "ascii", "mouse", "keys", "probes", "templates"];

/// Reads a file; `name` is what it is called in what is told. Gives what it says and what is wrong with it.
pub fn read(text: &str, name: &str) -> (Config, Vec<Error>) {
    let (table, broken) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, name, faults: Vec::new() };
    for fault in &broken {
        let at = fault.span().map_or(0, |span| span.start);
        reader.tell("config-syntax", at, &[("fault", fault.message())]);
    }
    let config = reader.config(table.get_ref());
    reader.faults.sort_by_key(|(line, _)| *line);
    (config, reader.faults.into_iter().map(|(_, fault)| fault).collect())
}

struct Reader<'a> {
    text: &'a str,
    name: &'a str,
    faults: Vec<(usize, Error)>,
}

impl Reader<'_> {
    fn config(&mut self, table: &DeTable<'_>) -> Config {
        let mut config = Config { keys: Keys { file: self.name.to_owned(), lines: Vec::new() }, ..Config::default() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "palette" => config.palette = self.palette(value),
                "ascii" => config.ascii = self.switch("ascii", value),
                "mouse" => config.mouse = self.switch("mouse", value),
                "keys" => config.keys.lines = self.keys(value),
                "probes" => config.probes = self.probes(value),
                "templates" => config.templates = self.text("templates", value),
                other => self.unknown(key.span().start, other, &TOP.join(", ")),
            }
        }
        config
    }

    fn palette(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Palette> {
        let palette = value.get_ref().as_str().and_then(|name| name.parse().ok());
        self.or_told("palette", value, palette, &Palette::NAMES.join(", "))
    }

    fn switch(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<bool> {
        self.or_told(name, value, value.get_ref().as_bool(), "true, false")
    }

    /// `[keys.capture]` and its like: the names of places and actions are looked at by the keymap.
    fn keys(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<KeyLine> {
        let mut lines = Vec::new();
        for (place, value) in self.table("keys", value, "[keys.capture]") {
            let place = place.get_ref().to_string();
            for (action, value) in self.table(&format!("keys.{place}"), value, "[keys.capture]") {
                let line = self.line(action.span().start);
                let action = action.get_ref().to_string();
                let keys = self.texts(&action, value);
                lines.extend(keys.map(|keys| KeyLine { place: place.clone(), action, keys, line }));
            }
        }
        lines
    }

    fn probes(&mut self, value: &Spanned<DeValue<'_>>) -> Probes {
        let mut probes = Probes::default();
        for (key, value) in self.table("probes", value, "[probes]") {
            match key.get_ref().as_ref() {
                "off" => {
                    let names = self.texts("off", value).unwrap_or_default();
                    for name in &names {
                        match name.parse() {
                            Ok(subject) => probes.off.push(subject),
                            Err(_) => self.unknown(key.span().start, name, &Subject::NAMES.join(", ")),
                        }
                    }
                }
                "words" => {
                    for (lang, value) in self.table("probes.words", value, "[probes.words]") {
                        let name = lang.get_ref().as_ref();
                        match (name.parse::<Lang>(), self.texts(name, value)) {
                            (Ok(Lang::Ko), Some(words)) => probes.cliches.ko = Some(words),
                            (Ok(Lang::En), Some(words)) => probes.cliches.en = Some(words),
                            (Err(_), _) => self.unknown(lang.span().start, name, "en, ko"),
                            (Ok(_), None) => {}
                        }
                    }
                }
                other => self.unknown(key.span().start, other, "off, words"),
            }
        }
        probes
    }

    /// The entries of a table, or none where the value is not one.
    fn table<'v, 'i>(
        &mut self,
        name: &str,
        value: &'v Spanned<DeValue<'i>>,
        legal: &str,
    ) -> Vec<(&'v Spanned<toml::de::DeString<'i>>, &'v Spanned<DeValue<'i>>)> {
        let table = value.get_ref().as_table().map(|table| table.iter().collect());
        self.or_told(name, value, table, legal).unwrap_or_default()
    }

    fn text(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        self.or_told(name, value, text, "\"...\"")
    }

    /// A list of texts; a single text stands for a list of one.
    fn texts(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
        let texts = match value.get_ref() {
            DeValue::String(text) => Some(vec![text.to_string()]),
            DeValue::Array(array) => {
                array.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
            }
            _ => None,
        };
        self.or_told(name, value, texts, "[\"...\", \"...\"]")
    }

    fn or_told<T>(&mut self, name: &str, value: &Spanned<DeValue<'_>>, read: Option<T>, legal: &str) -> Option<T> {
        if read.is_none() {
            self.tell("config-value", value.span().start, &[("name", name), ("legal", legal)]);
        }
        read
    }

    fn unknown(&mut self, at: usize, name: &str, legal: &str) {
        self.tell("config-name", at, &[("name", name), ("legal", legal)]);
    }

    fn tell(&mut self, key: &'static str, at: usize, facts: &[(&'static str, &str)]) {
        let line = self.line(at);
        let mut fault = Error::usage(key).with("file", self.name).with("line", line);
        for (name, fact) in facts {
            fault = fault.with(name, fact);
        }
        self.faults.push((line, fault));
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> usize {
        self.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(&'static str, String)> {
        let fact = |fault: &Error, name| fault.facts.iter().find(|(it, _)| *it == name).unwrap().1.clone();
        read(text, "config.toml").1.iter().map(|fault| (fault.key, fact(fault, "line"))).collect()
    }

    #[test]
    fn everything_that_can_be_said_is_understood() {
        let text = "palette = \"high-contrast\"\nascii = true\nmouse = false\n\n[keys.capture]\ntrigger = [\"F1\", \"Alt+q\"]\n\
                    star = \"^T\"\n[probes]\noff = [\"trigger\"]\n[probes.words]\nko = [\"가격\", \"품질\"]\n";
        let text = &format!("templates = \"forms\"\n{text}");
        let (config, faults) = read(text, "config.toml");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(
            (config.palette, config.ascii, config.mouse),
            (Some(Palette::HighContrast), Some(true), Some(false))
        );
        let key = |action: &str, keys: &[&str], line| KeyLine {
            place: "capture".into(),
            action: action.into(),
            keys: keys.iter().map(|it| (*it).to_owned()).collect(),
            line,
        };
        assert_eq!(config.keys.lines, [key("star", &["^T"], 8), key("trigger", &["F1", "Alt+q"], 7)]);
        assert_eq!(config.templates.as_deref(), Some("forms"));
        assert_eq!(config.probes.off, [Subject::Trigger]);
        assert_eq!(config.probes.cliches.ko, Some(vec!["가격".to_owned(), "품질".to_owned()]));
    }

    #[test]
    fn nothing_said_is_nothing_changed() {
        assert_eq!(
            read("", "config.toml").0,
            Config { keys: Keys { file: "config.toml".into(), lines: Vec::new() }, ..Config::default() }
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line_and_the_rest_counts() {
        let text = "palete = \"dark\"\npalette = \"light\"\nascii = 1\n[keys.capture]\nstar = 7\nlog = [\"F5\"]\n[probes.words]\nfr = [\"prix\"]\n";
        let (config, _) = read(text, "config.toml");
        assert_eq!(config.palette, Some(Palette::Light));
        assert_eq!(config.keys.lines.len(), 1);
        let expected = [("config-name", "1"), ("config-value", "3"), ("config-value", "5"), ("config-name", "8")];
        assert_eq!(told(text), expected.map(|(key, line)| (key, line.to_owned())));
    }

    #[test]
    fn a_broken_line_is_told_and_does_not_take_the_others_with_it() {
        let (config, faults) = read("ascii = true\npalette = \"light\nmouse = true\n", "config.toml");
        assert!(!faults.is_empty());
        assert_eq!(config.ascii, Some(true));
        assert_eq!(faults[0].key, "config-syntax");
        for text in
            ["[", "= 1", "\u{feff}ascii = true", "keys = 3", "[keys]\ncapture = 1", "a.b.c = {", "\0\0", "[[keys]]"]
        {
            let _never_panics = read(text, "config.toml");
        }
    }
}
