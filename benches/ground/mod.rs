//! The ground that the benches stand on: a corpus library in a folder of its own, made once per run, and the desk
//! over it with its news in a channel.

pub mod screen;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use tempfile::TempDir;
use whybuy::domain::{Dimension, Id, Interview, Note, Research, Step};
use whybuy::library::{Desk, Draft, Library, News, Options, Ticket};
use whybuy::mint::Mint;

use super::corpus;

/// How long a bench waits for news before it gives up.
const PATIENCE: Duration = Duration::from_secs(600);

/// A library of one corpus study.
pub struct Ground {
    /// Gone with this.
    pub folder: TempDir,
    /// The study in memory.
    pub research: Research,
}

impl Ground {
    /// A library of `notes` lines. The folder is below `target`, so that the disk is the one that people work on and
    /// not a temp folder in memory.
    pub fn new(notes: usize) -> Ground {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let research = corpus::study(1, 0, notes);
        let ground = Ground { folder, research };
        ground.library().put_research(&ground.research).expect("the corpus is saved");
        ground
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("library.db")
    }

    pub fn options(&self) -> Options {
        let index = self.folder.path().join("index");
        Options { file: self.file(), index, author: "bench".to_owned(), mint: Mint::system() }
    }

    pub fn library(&self) -> Library {
        Library::open(self.options()).expect("the library opens")
    }

    /// The desk, with its study loaded.
    pub fn desk(&self) -> (Desk, Receiver<News>) {
        let (tell, news) = channel();
        let desk = Desk::open(self.options(), move |news| drop(tell.send(news))).expect("the desk opens");
        desk.load(self.study());
        wait(&news, |it| matches!(it, News::Loaded { .. }).then_some(()));
        (desk, news)
    }

    pub fn study(&self) -> Id {
        self.research.study().expect("one study").id
    }

    /// The interview that lines are logged into.
    pub fn interview(&self) -> &Interview {
        self.research.interviews().values().next_back().expect("an interview")
    }

    /// A step that logs one more line.
    pub fn line(&self, mint: &Mint, number: u32, text: String) -> Step {
        let ids = (mint.id(), self.study(), self.interview().id);
        let note = Note { dimension: Dimension::Concern, ..Note::blank(ids, number, text, mint.now()) };
        Step::new(self.study(), "log-line", "").put(note)
    }

    /// The unfinished line of the interview.
    pub fn draft(&self, mint: &Mint, text: String) -> Draft {
        let slot = format!("capture:{}", self.interview().id);
        Draft { study: self.study(), slot, text, context: "concern".to_owned(), at: mint.now() }
    }
}

/// Waits for the news that `wanted` takes.
pub fn wait<T>(news: &Receiver<News>, wanted: impl Fn(News) -> Option<T>) -> T {
    loop {
        if let Some(found) = wanted(news.recv_timeout(PATIENCE).expect("news in time")) {
            return found;
        }
    }
}

/// Waits until this ticket is on disk.
pub fn wait_saved(news: &Receiver<News>, wanted: Ticket) {
    wait(news, |it| match it {
        News::Saved { ticket, .. } if ticket >= wanted => Some(()),
        News::SaveFailed { error, .. } => panic!("{error}"),
        _ => None,
    });
}
