//! A home of its own for one test: XDG folders that vanish afterwards, and the built binary run in it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use whybuy::domain::{Interview, Note, Research};
use whybuy::store::{Draft, Store};

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_whybuy");

/// The home of one test.
pub struct Home {
    folder: PathBuf,
    /// Removes the folder, unless another process made it.
    _owned: Option<TempDir>,
}

impl Home {
    pub fn new() -> Home {
        let owned = TempDir::new().unwrap();
        Home { folder: owned.path().to_owned(), _owned: Some(owned) }
    }

    /// The home that another process made.
    pub fn at(folder: &str) -> Home {
        Home { folder: folder.into(), _owned: None }
    }

    /// A home whose library holds one study with the participants of these codes.
    pub fn with_study(codes: &[&str]) -> Home {
        let home = Home::new();
        home.run(&["study", "new", "Harness"]);
        for code in codes {
            home.run(&["participant", "new", code]);
        }
        home
    }

    pub fn path(&self) -> &Path {
        &self.folder
    }

    pub fn library(&self) -> PathBuf {
        self.path().join("data/whybuy/library.db")
    }

    /// Where indexes live.
    pub fn cache(&self) -> PathBuf {
        self.path().join("cache/whybuy")
    }

    /// The environment in which the binary runs, and nothing else of ours but the path.
    pub fn environment(&self) -> Vec<(String, String)> {
        let folder = |name: &str| self.path().join(name).to_str().unwrap().to_owned();
        let pairs = [
            ("HOME", folder("")),
            ("XDG_DATA_HOME", folder("data")),
            ("XDG_CACHE_HOME", folder("cache")),
            ("XDG_CONFIG_HOME", folder("config")),
            ("XDG_STATE_HOME", folder("state")),
            ("TMPDIR", folder("tmp")),
            ("PATH", "/usr/bin:/bin".to_owned()),
            ("LANG", "en_US.UTF-8".to_owned()),
            ("TZ", "Asia/Seoul".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ];
        std::fs::create_dir_all(self.path().join("tmp")).unwrap();
        pairs.map(|(name, value)| (name.to_owned(), value)).to_vec()
    }

    /// The binary with these arguments, in this home.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(BINARY);
        command.args(args).env_clear().envs(self.environment()).current_dir(self.path());
        command.stdin(std::process::Stdio::null());
        command
    }

    /// Runs the binary, which must succeed, and returns what it said on stdout.
    pub fn run(&self, args: &[&str]) -> String {
        let output = self.command(args).output().unwrap();
        succeeded(args, &output);
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the binary with `--json` and reads its answer.
    pub fn json(&self, args: &[&str]) -> Value {
        let answer = self.run(&[args, &["--json"]].concat());
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{args:?}: {error}: {answer}"))
    }

    /// The library, opened by the crate itself.
    pub fn store(&self) -> Store {
        Store::open(&self.library(), "test").unwrap()
    }

    /// The only study of the library.
    pub fn research(&self) -> Research {
        let store = self.store();
        let studies = store.studies().unwrap();
        assert_eq!(studies.len(), 1);
        store.load(studies[0].id).unwrap()
    }

    /// The unfinished lines of the only study; signs of life are none.
    pub fn drafts(&self) -> Vec<Draft> {
        let store = self.store();
        let studies = store.studies().unwrap();
        let drafts = store.drafts(studies[0].id).unwrap();
        drafts
            .into_iter()
            .filter(|draft| ["capture:", "correct:"].iter().any(|slot| draft.slot.starts_with(slot)))
            .collect()
    }
}

fn succeeded(args: &[&str], output: &Output) {
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "whybuy {args:?} ended with {}: {error}", output.status);
}

/// The only interview of a participant.
pub fn interview<'a>(research: &'a Research, code: &str) -> &'a Interview {
    let participant = research.participant_by_code(code).unwrap();
    let interviews = research.interviews_of(participant.id);
    assert_eq!(interviews.len(), 1, "interviews of {code}");
    interviews[0]
}

/// The texts of the lines of a participant's only interview, by number; the numbers must count up from 1.
pub fn lines(research: &Research, code: &str) -> Vec<String> {
    let mut notes: Vec<&Note> = research.notes_of(interview(research, code).id).collect();
    notes.sort_by_key(|note| note.number);
    for (place, note) in notes.iter().enumerate() {
        assert_eq!(note.number as usize, place + 1, "a number is missing or there twice");
    }
    notes.into_iter().map(|note| note.text.clone()).collect()
}
