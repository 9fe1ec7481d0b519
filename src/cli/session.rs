//! One run of the command line: the language, the place of the library, the clock, and what was asked of all
//! commands. Opening the library and the study that is meant happens here, once for every command.

use std::path::{Path, PathBuf};

use super::args::Globals;
use super::output;
use super::page::Page;
use super::places::Places;
use super::screens::Front;
use super::settings::Asked;
use crate::domain::consent::LeftOut;
use crate::domain::{Id, Moment, Record, Research, Step, Study};
use crate::error::{Error, Result};
use crate::library::{Library, Options};
use crate::mint::Mint;
use crate::words::{Arg, Lang, Words};

/// What holds for every command of one run.
pub(super) struct Session {
    pub words: Words,
    pub json: bool,
    pub asked: Asked,
    pub lang: Lang,
    pub places: Places,
    pub library: PathBuf,
    pub index: PathBuf,
    pub study: Option<String>,
    pub mint: Mint,
    pub front: Front,
}

/// An open library with the study that is meant, in memory.
pub(super) struct Open {
    pub library: Library,
    pub study: Study,
    pub research: Research,
}

impl Session {
    /// The session that these flags and this environment ask for.
    pub fn new(globals: Globals, lang: Lang, front: Front) -> Result<Session> {
        let places = Places::of_user()?;
        let library = globals.library.unwrap_or_else(|| places.library());
        let index = places.index(&library);
        let Globals { json, study, .. } = globals;
        let asked = Asked {
            file: globals.config,
            ascii: globals.ascii,
            mouse: globals.mouse,
            plain: globals.plain,
            palette: globals.palette.map(Into::into),
        };
        let (words, mint) = (Words::new(lang), mint()?);
        Ok(Session { words, json, asked, lang, places, library, index, study, mint, front })
    }

    /// Says how many people and lines were left out of a document because nobody agreed to it.
    pub fn tell_left_out(&self, left_out: LeftOut) {
        self.tell("report-left-out", left_out);
        if !left_out.is_empty() {
            output::remark(&self.words.say("cli-left-out-hint"));
        }
    }

    /// Says how many people and lines a backup holds although nobody agreed to it.
    pub fn tell_kept(&self, kept: LeftOut) {
        self.tell("cli-export-kept", kept);
    }

    fn tell(&self, key: &str, left_out: LeftOut) {
        if !left_out.is_empty() {
            let args = [("people", Arg::from(left_out.people)), ("lines", Arg::from(left_out.lines))];
            output::remark(&self.words.say_with(key, &args));
        }
    }

    /// The same session on another library, whose index lives beside it.
    pub fn elsewhere(&self, folder: &Path, lang: Lang) -> Session {
        Session {
            words: Words::new(lang),
            json: self.json,
            asked: self.asked.clone(),
            lang,
            places: self.places.clone(),
            library: folder.join("library.db"),
            index: folder.join("index"),
            study: None,
            mint: self.mint.clone(),
            front: self.front,
        }
    }

    /// An empty page for people.
    pub fn page(&self) -> Page<'_> {
        Page::new(&self.words, output::stdout_width(), output::takes_colour())
    }

    /// Tells on a terminal how many lines of how many are done, and that the work shall go on.
    pub fn tell_progress(&self, done: u64, total: u64) -> bool {
        let count = |count: u64| Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
        let args = [("done", count(done)), ("total", count(total))];
        output::progress(&self.words.say_with("cli-progress-lines", &args));
        true
    }

    /// How this session's library is opened.
    pub fn options(&self) -> Options {
        Options { file: self.library.clone(), index: self.index.clone(), author: author(), mint: self.mint.clone() }
    }

    /// Opens the library that is there.
    pub fn library(&self) -> Result<Library> {
        if !self.library.exists() {
            let file = super::files::name(&self.library);
            return Err(Error::not_found("no-library").with("file", file));
        }
        self.library_or_new()
    }

    /// Opens the library; a new one is made where there is none.
    pub fn library_or_new(&self) -> Result<Library> {
        Library::open(self.options())
    }

    /// Opens the library and the study that is meant: the only one, or the one that `--study` names.
    pub fn open(&self) -> Result<Open> {
        let library = self.library()?;
        let study = library.study(self.study.as_deref())?;
        let research = library.load(study.id)?;
        Ok(Open { library, study, research })
    }
}

impl Open {
    /// A new id.
    pub fn id(&self) -> Id {
        self.library.mint().id()
    }

    /// The moment now.
    pub fn now(&self) -> Moment {
        self.library.mint().now()
    }

    /// A step on this study.
    pub fn step(&self, name: &str, about: impl Into<String>) -> Step {
        Step::new(self.study.id, name, about)
    }

    /// Applies a step in memory, which checks it, and then saves it.
    pub fn save(&mut self, step: Step) -> Result<()> {
        let back = self.research.apply_step(&step)?;
        let saved = match self.library.save(step) {
            Ok(saved) => saved,
            Err(error) => {
                // What was not saved is not there: the next file of an import must not be planned upon it.
                for edit in back {
                    self.research.apply(edit)?;
                }
                return Err(error);
            }
        };
        for edit in saved.amended {
            self.research.apply(edit)?;
        }
        Ok(())
    }

    /// Saves one new record as a step of its own.
    pub fn add(&mut self, name: &str, about: &str, record: Record) -> Result<()> {
        let step = self.step(name, about).put(record);
        self.save(step)
    }
}

/// The clock and the ids: fixed by `WHYBUY_NOW` (RFC 3339) and `WHYBUY_SEED` for tests, else the machine's.
fn mint() -> Result<Mint> {
    let Ok(now) = std::env::var("WHYBUY_NOW") else { return Ok(Mint::system()) };
    let start: Moment = now
        .parse()
        .map_err(|fault: chrono::ParseError| Error::usage("fixed-clock").with("value", &now).because(fault))?;
    let seed = std::env::var("WHYBUY_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(1);
    Ok(Mint::fixed(start, seed, 1000))
}

/// Who writes: `WHYBUY_AUTHOR`, else the account's name.
pub(super) fn author() -> String {
    let named = ["WHYBUY_AUTHOR", "USER", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    named.filter(|it| !it.is_empty()).unwrap_or_else(|| "researcher".to_owned())
}
