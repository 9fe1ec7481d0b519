//! The one source of ids and of time. Everything else receives a [`Mint`], so that a test or a transcript
//! can fix both: the same clock and seed give the same ids, and so the same bytes.

#![expect(clippy::disallowed_methods, reason = "this is the one home of the clock and of ids")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, Duration, FixedOffset, Local, NaiveDate, SubsecRound};

use crate::domain::id::Id;
use crate::domain::moment::Moment;

/// Hands out ids and moments; cheap to clone, safe to share between threads.
#[derive(Clone, Debug)]
pub struct Mint {
    source: Arc<Source>,
}

#[derive(Debug)]
enum Source {
    System,
    /// Each call of `now` moves the clock on by `tick_ms`; ids count up from `seed`.
    Fixed {
        start: DateTime<FixedOffset>,
        tick_ms: i64,
        passed_ms: AtomicI64,
        next_id: AtomicU64,
    },
}

impl Mint {
    /// The real clock of this machine and UUIDs of version 7.
    pub fn system() -> Mint {
        Mint { source: Arc::new(Source::System) }
    }

    /// A clock that starts at `start` and moves by `tick_ms` per reading, with ids counted from `seed`.
    pub fn fixed(start: Moment, seed: u64, tick_ms: i64) -> Mint {
        let (passed_ms, next_id) = (AtomicI64::new(0), AtomicU64::new(seed));
        Mint { source: Arc::new(Source::Fixed { start: start.time(), tick_ms, passed_ms, next_id }) }
    }

    /// The moment now, in local time with its offset, to the millisecond.
    pub fn now(&self) -> Moment {
        match &*self.source {
            Source::System => Moment::new(Local::now().fixed_offset().trunc_subsecs(3)),
            Source::Fixed { start, tick_ms, passed_ms, .. } => {
                let passed = passed_ms.fetch_add(*tick_ms, Ordering::Relaxed);
                Moment::new(*start + Duration::milliseconds(passed))
            }
        }
    }

    /// So many seconds go by on a fixed clock; the clock of the machine is moved by nobody.
    pub fn pass(&self, seconds: i64) {
        if let Source::Fixed { passed_ms, .. } = &*self.source {
            passed_ms.fetch_add(seconds * 1000, Ordering::Relaxed);
        }
    }

    /// Today's local date.
    pub fn today(&self) -> NaiveDate {
        match &*self.source {
            Source::System => Local::now().date_naive(),
            Source::Fixed { start, .. } => start.date_naive(),
        }
    }

    /// A new id; later ids of one process sort after earlier ones.
    pub fn id(&self) -> Id {
        match &*self.source {
            Source::System => Id::from_uuid(uuid::Uuid::now_v7()),
            Source::Fixed { start, next_id, .. } => {
                let count = next_id.fetch_add(1, Ordering::Relaxed);
                Id::counted(start.timestamp_millis().unsigned_abs(), count)
            }
        }
    }
}

impl crate::domain::live::Ids for Mint {
    fn id(&self) -> Id {
        Mint::id(self)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_mint_repeats_itself_and_counts_up() {
        let start: Moment = "2025-11-21T14:00:00+09:00".parse().unwrap();
        let (a, b) = (Mint::fixed(start, 1, 1000), Mint::fixed(start, 1, 1000));
        let (first, second) = (a.id(), a.id());
        assert!(first < second);
        assert_eq!(first, b.id());
        assert_eq!(a.now(), b.now());
        assert_eq!(a.now().seconds_since(start), 1);
    }

    #[test]
    fn system_ids_sort_in_the_order_they_were_made() {
        let mint = Mint::system();
        let ids: Vec<Id> = (0..1000).map(|_| mint.id()).collect();
        assert!(ids.is_sorted());
    }
}
