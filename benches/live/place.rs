//! The library that is typed into: a million lines in studies of fifty thousand, with its index. It is made once on a
//! machine and kept below `target`; each run works on a copy of its own.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::kept::copy;
use crate::{corpus, kept};

const PER_STUDY: usize = 50_000;
/// Changes whenever the library that is kept would no longer be the one that is made.
const MADE: &str = "made-1";

/// A home for the binary.
pub struct Place {
    home: TempDir,
}

impl Place {
    /// A copy of the library of `notes` lines.
    pub fn new(notes: usize) -> Place {
        let kept = kept::library(&format!("bench-library/{MADE}-{notes}"), corpus::library(1, notes, PER_STUDY));
        let home = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let place = Place { home };
        copy(&kept.join("data"), &place.data());
        copy(&kept.join("index"), &place.index());
        place
    }

    pub fn path(&self) -> &Path {
        self.home.path()
    }

    fn data(&self) -> PathBuf {
        self.path().join("data")
    }

    fn cache(&self) -> PathBuf {
        self.path().join("cache")
    }

    fn library(&self) -> PathBuf {
        self.data().join("library.db")
    }

    /// Where the binary looks for the index of this library: `cli/places.rs` says how it is called.
    fn index(&self) -> PathBuf {
        let path = std::path::absolute(self.library()).expect("a path");
        let fnv = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        let hash = path.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325, fnv);
        self.cache().join(format!("whybuy/index-{hash:016x}"))
    }

    /// The environment of the binary, and nothing else but the path.
    pub fn environment(&self) -> Vec<(String, String)> {
        let pairs = [
            ("HOME", self.path().to_owned()),
            ("XDG_CACHE_HOME", self.cache()),
            ("XDG_CONFIG_HOME", self.path().join("config")),
            ("WHYBUY_LIBRARY", self.library()),
        ];
        let texts =
            [("PATH", "/usr/bin:/bin"), ("LANG", "ko_KR.UTF-8"), ("TZ", "Asia/Seoul"), ("TERM", "xterm-256color")];
        let paths = pairs.map(|(name, path)| (name.to_owned(), path.display().to_string()));
        paths.into_iter().chain(texts.map(|(name, text)| (name.to_owned(), text.to_owned()))).collect()
    }
}
