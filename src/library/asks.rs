//! The finder's thread: what it is asked and in which order it answers. The newest search wins; echoes and saved
//! searches wait for a quiet moment.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, TryRecvError};

use super::desk::Tell;
use super::echo::{Answer, EchoRequest};
use super::finder::Finder;
use super::found::Request;
use super::news::News;
use super::watch::{Searches, Watch};

/// What the finder's thread is asked.
pub(super) enum Ask {
    /// Search; an older request that has not been answered is dropped.
    Search { generation: u64, request: Request },
    /// Tell how many said something like a line. Older requests are answered too, after every search.
    Echo(EchoRequest),
    /// Run the saved searches again, after every search and every echo.
    Watch(Searches),
    /// The index has moved on or was replaced.
    Reopen,
}

/// At most so many echoes wait; the oldest are given up, because their lines are long out of sight.
const ECHOES: usize = 32;

/// What waits to be answered.
#[derive(Default)]
struct Inbox {
    search: Option<(u64, Request)>,
    echoes: VecDeque<EchoRequest>,
    watch: Watch,
    reopen: bool,
    closed: bool,
}

impl Inbox {
    /// Takes what has been asked meanwhile.
    fn fill(&mut self, asks: &Receiver<Ask>) {
        loop {
            match asks.try_recv() {
                Ok(ask) => self.put(ask),
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    self.closed = true;
                    return;
                }
            }
        }
    }

    fn put(&mut self, ask: Ask) {
        match ask {
            Ask::Search { generation, request } => self.search = Some((generation, request)),
            Ask::Echo(request) => {
                self.echoes.push_back(request);
                let surplus = self.echoes.len().saturating_sub(ECHOES);
                self.echoes.drain(..surplus);
            }
            Ask::Watch(searches) => self.watch.begin(searches),
            Ask::Reopen => self.reopen = true,
        }
    }

    fn is_empty(&self) -> bool {
        self.search.is_none() && self.echoes.is_empty() && self.watch.is_empty() && !self.reopen
    }
}

/// Runs the finder's thread: the newest search wins, and echoes are answered while nobody searches.
pub(super) fn run(mut finder: Finder, asks: &Receiver<Ask>, tell: &Tell) {
    let mut inbox = Inbox::default();
    loop {
        if inbox.is_empty() {
            let Ok(ask) = asks.recv() else { return };
            inbox.put(ask);
        }
        inbox.fill(asks);
        if inbox.closed {
            return;
        }
        if std::mem::take(&mut inbox.reopen) {
            finder.reopen();
        }
        if let Some((generation, request)) = inbox.search.take() {
            let found = finder.search(&request).map(Box::new);
            tell(News::Found { generation, found });
        } else if let Some(request) = inbox.echoes.pop_front() {
            answer_echo(&mut finder, request, (&mut inbox, asks), tell);
        } else if let Some(news) = inbox.watch.next(&mut finder) {
            tell(news);
        }
    }
}

/// An echo that a search has overtaken waits for the next quiet moment; one that fails is not told: nobody asked for it.
fn answer_echo(finder: &mut Finder, request: EchoRequest, (inbox, asks): (&mut Inbox, &Receiver<Ask>), tell: &Tell) {
    let answer = finder.echo(&request, &mut || {
        inbox.fill(asks);
        inbox.search.is_some() || inbox.closed
    });
    match answer {
        Ok(Answer::Told(echo)) => tell(News::Echo(echo)),
        Ok(Answer::Later) => inbox.echoes.push_front(request),
        Ok(Answer::Nothing) | Err(_) => {}
    }
}
