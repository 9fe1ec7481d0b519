//! Libraries that are dear to make: made once on a machine with their index, kept below `target`, and never written
//! to again. Whoever writes works on a copy.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use whybuy::domain::Research;
use whybuy::library::{Library, Options};
use whybuy::mint::Mint;

/// How a kept library is opened.
pub fn options(folder: &Path) -> Options {
    Options {
        file: folder.join("data/library.db"),
        index: folder.join("index"),
        author: "bench".to_owned(),
        mint: Mint::system(),
    }
}

/// The folder `name` below `target`, with a library of these studies and its index; made if it is not there yet.
pub fn library(name: &str, studies: impl Iterator<Item = Research>) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("target");
    let folder = target.join(name);
    if folder.join("whole").exists() {
        return folder;
    }
    let began = Instant::now();
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(folder.join("data")).expect("a folder");
    let mut library = Library::open(options(&folder)).expect("the library opens");
    for (number, research) in studies.enumerate() {
        library.put_research(&research).expect("the corpus is saved");
        eprintln!("study {number}: {:.0?}", began.elapsed());
    }
    library.reindex(&mut |_, _| true).expect("the index is built");
    let lines = library.count_notes().expect("a count");
    drop(library);
    fs::write(folder.join("whole"), "").expect("a mark");
    eprintln!("a library of {lines} lines was made in {:.0?}", began.elapsed());
    folder
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            assert!(fs::copy(&from, &to).is_ok(), "a copy of {}", from.display());
        }
    }
}
