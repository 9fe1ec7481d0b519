//! Correcting a path: an event is moved, changed, put in or taken out, as one step each. A time that counts from the
//! event before ("2주 뒤") is read anew when another event comes to stand there; a range that was set otherwise stays.
//! How a typed event is read is in `path_line`.

use chrono::NaiveDate;

use super::dimension::Stage;
use super::id::Id;
use super::live::Fresh;
use super::path::{Act, PathEvent};
use super::path_line::PathLine;
use super::record::{Edit, Key, Kind, Step};
use super::research::Research;
use super::when::{self, Days};

/// The path of an interview while it is changed.
struct Changing<'a> {
    research: &'a Research,
    interview: Id,
    as_of: NaiveDate,
    before: Vec<&'a PathEvent>,
    events: Vec<PathEvent>,
}

/// The step that moves an event one place towards the end, or towards the start; none where it stands there.
pub fn moved(research: &Research, event: Id, to_end: bool) -> Option<Step> {
    let mut path = Changing::of_event(research, event)?;
    let at = path.position(event)?;
    let to = if to_end { at + 1 } else { at.checked_sub(1)? };
    if to >= path.events.len() {
        return None;
    }
    path.events.swap(at, to);
    path.step("move-event", event)
}

/// The step that gives an event a stage, or takes it away where it has it already.
pub fn staged(research: &Research, event: Id, stage: &Stage) -> Option<Step> {
    let mut path = Changing::of_event(research, event)?;
    let known = path.event(event)?;
    known.stage = Some(stage.clone()).filter(|it| known.stage.as_ref() != Some(it));
    path.step("stage-event", event)
}

/// The step that makes the next kind of an event, as [`Act::next`] has them.
pub fn acted(research: &Research, event: Id) -> Option<Step> {
    let mut path = Changing::of_event(research, event)?;
    let known = path.event(event)?;
    (known.act, known.rep) = known.act.next(known.rep);
    path.step("act-event", event)
}

/// The step that changes what an event says; none where nothing differs, or nothing is left of it.
pub fn changed(research: &Research, event: Id, line: PathLine) -> Option<Step> {
    let mut path = Changing::of_event(research, event)?;
    let (as_of, previous) = (path.as_of, path.days_before(path.position(event)?));
    let known = path.event(event)?;
    *known = line.onto(known, as_of, previous);
    if known.text.is_empty() {
        return None;
    }
    path.step("correct-event", event)
}

/// The step that takes an event out.
pub fn removed(research: &Research, event: Id) -> Option<Step> {
    let mut path = Changing::of_event(research, event)?;
    path.events.retain(|it| it.id != event);
    path.step("remove-event", event)
}

/// The new event and the step that puts it in behind another, or at the start.
pub fn inserted(
    research: &Research,
    (interview, after): (Id, Option<Id>),
    line: PathLine,
    fresh: &Fresh<'_>,
) -> Option<(Id, Step)> {
    let known = research.interviews().get(&interview)?;
    let mut path = Changing::of(research, interview)?;
    let at = after.and_then(|after| path.position(after)).map_or(0, |at| at + 1);
    let event = PathEvent {
        id: fresh.id(),
        study: known.study,
        interview,
        number: research.next_event_number(known.participant),
        position: 0,
        stage: None,
        act: Act::Action,
        rep: false,
        text: String::new(),
        when: String::new(),
        from: None,
        until: None,
        touchpoint: String::new(),
        who: String::new(),
        at: known.offset_at(fresh.now),
        logged: fresh.now,
    };
    let event = line.onto(&event, path.as_of, path.days_before(at));
    if event.text.is_empty() {
        return None;
    }
    let id = event.id;
    path.events.insert(at, event);
    Some((id, path.step("log-event", id)?))
}

impl<'a> Changing<'a> {
    fn of(research: &'a Research, interview: Id) -> Option<Changing<'a>> {
        let as_of = research.interviews().get(&interview)?.date;
        let before = research.path_of(interview);
        let events = before.iter().map(|event| (*event).clone()).collect();
        Some(Changing { research, interview, as_of, before, events })
    }

    fn of_event(research: &'a Research, event: Id) -> Option<Changing<'a>> {
        Changing::of(research, research.path_events().get(&event)?.interview)
    }

    fn position(&self, event: Id) -> Option<usize> {
        self.events.iter().position(|it| it.id == event)
    }

    fn event(&mut self, event: Id) -> Option<&mut PathEvent> {
        self.events.iter_mut().find(|it| it.id == event)
    }

    fn days_before(&self, at: usize) -> Option<Days> {
        self.events.get(at.checked_sub(1)?).and_then(PathEvent::days)
    }

    /// Puts the events into the order in which they stand now and gives the step, if anything differs.
    fn step(mut self, name: &str, event: Id) -> Option<Step> {
        self.number();
        self.read_times();
        let about = self.events.iter().chain(self.before.iter().copied()).find(|it| it.id == event)?;
        let participant = self.research.participant_of(self.interview)?;
        let mut step = Step::new(about.study, name, format!("{}-E{:02}", participant.code, about.number));
        for old in &self.before {
            if self.position(old.id).is_none() {
                step.edits.extend(self.research.removal(Key::new(Kind::PathEvent, old.id)));
            }
        }
        for event in self.events {
            if self.research.path_events().get(&event.id) != Some(&event) {
                step.edits.push(Edit::from(event));
            }
        }
        (!step.edits.is_empty()).then_some(step)
    }

    /// The places that were there, in order, each once: a swap touches two events and no more.
    fn number(&mut self) {
        let mut places: Vec<u32> = self.before.iter().map(|event| event.position).collect();
        places.sort_unstable();
        let mut last = 0;
        let mut places = places.into_iter();
        for event in &mut self.events {
            last = places.next().map_or(last + 1, |place| place.max(last + 1));
            event.position = last;
        }
    }

    /// Reads the times anew that were read from their words, and whose words have not changed.
    fn read_times(&mut self) {
        let mut previous = None;
        for event in &mut self.events {
            let old = self.before.iter().position(|old| old.id == event.id).map(|at| (self.before[at], at));
            if let Some((old, at)) = old.filter(|(old, _)| old.when == event.when && old.days() == event.days()) {
                let from = at.checked_sub(1).and_then(|at| self.before[at].days());
                if when::days_of(&old.when, self.as_of, from) == old.days() {
                    let days = when::days_of(&event.when, self.as_of, previous);
                    (event.from, event.until) = (days.map(|it| it.0), days.map(|it| it.1));
                }
            }
            previous = event.days();
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::live::Ids;
    use crate::domain::{Record, live, path_line};
    use std::cell::Cell;

    struct Counting(Cell<u64>);

    impl Ids for Counting {
        fn id(&self) -> Id {
            self.0.set(self.0.get() + 1);
            Id::counted(1_800_000_000_000, self.0.get())
        }
    }

    /// A research with one interview and these events, and the interview.
    fn told(lines: &[&str]) -> (Research, Id, Counting) {
        let sample = include_str!("../../sample_data/ai_pc.ko.jsonl");
        let records = sample.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap());
        let mut research = Research::of(records).unwrap();
        let ids = Counting(Cell::new(0));
        let fresh = Fresh::new("2026-11-22T14:00:00+09:00".parse().unwrap(), &ids);
        let person = *research.participants().keys().next().unwrap();
        let (interview, step) = live::new_interview(&research, person, &fresh).unwrap();
        research.apply_step(&step).unwrap();
        for line in lines {
            let (_, step) = live::log_event(&research, interview, line, &fresh).unwrap();
            research.apply_step(&step).unwrap();
        }
        (research, interview, ids)
    }

    fn texts(research: &Research, interview: Id) -> Vec<String> {
        research.path_of(interview).iter().map(|event| event.text.clone()).collect()
    }

    fn days(research: &Research, interview: Id, at: usize) -> String {
        let days = research.path_of(interview)[at].days();
        days.map(|(from, until)| format!("{from}..{until}")).unwrap_or_default()
    }

    #[test]
    fn a_time_that_counts_from_the_event_before_follows_it() {
        let (mut research, interview, _) = told(&["2026년 3월 10일 검토", "2주 뒤 견적", "2026년 6월 10일 계약"]);
        assert_eq!(days(&research, interview, 1), "2026-03-21..2026-03-27");
        let quote = research.path_of(interview)[1].id;
        let step = moved(&research, quote, true).unwrap();
        assert_eq!(step.edits.len(), 2);
        research.apply_step(&step).unwrap();
        assert_eq!(texts(&research, interview), ["검토", "계약", "견적"]);
        assert_eq!(days(&research, interview, 2), "2026-06-21..2026-06-27");
        assert!(moved(&research, quote, true).is_none());
        research.apply_step(&moved(&research, quote, false).unwrap()).unwrap();
        assert_eq!(days(&research, interview, 1), "2026-03-21..2026-03-27");
        let first = research.path_of(interview)[0].id;
        research.apply_step(&removed(&research, first).unwrap()).unwrap();
        assert_eq!(texts(&research, interview), ["견적", "계약"]);
        assert_eq!(days(&research, interview, 0), "", "nothing is left from which it could count");
    }

    #[test]
    fn a_range_that_was_set_otherwise_stays() {
        let (mut research, interview, _) = told(&["2026년 3월 10일 검토", "2주 뒤 견적", "계약"]);
        let mut quote = research.path_of(interview)[1].clone();
        quote.from = Some("2026-04-01".parse().unwrap());
        quote.until = quote.from;
        research.apply(quote.clone().into()).unwrap();
        research.apply_step(&moved(&research, quote.id, true).unwrap()).unwrap();
        assert_eq!(days(&research, interview, 2), "2026-04-01..2026-04-01");
    }

    #[test]
    fn an_event_is_put_in_changed_and_given_stage_and_act() {
        let (mut research, interview, ids) = told(&["2026년 3월 10일 검토", "계약"]);
        let fresh = Fresh::new("2026-11-22T15:00:00+09:00".parse().unwrap(), &ids);
        let first = research.path_of(interview)[0].id;
        let line = path_line::read("한 달 뒤 시연 =업체");
        let (id, step) = inserted(&research, (interview, Some(first)), line, &fresh).unwrap();
        research.apply_step(&step).unwrap();
        assert_eq!(texts(&research, interview), ["검토", "시연", "계약"]);
        assert_eq!(days(&research, interview, 1), "2026-03-26..2026-04-25");
        let (front, step) = inserted(&research, (interview, None), path_line::read("2주 전 문제"), &fresh).unwrap();
        research.apply_step(&step).unwrap();
        assert_eq!(research.path_of(interview)[0].id, front);
        research.apply_step(&staged(&research, id, &Stage::default_at(2)).unwrap()).unwrap();
        research.apply_step(&acted(&research, id).unwrap()).unwrap();
        let event = &research.path_events()[&id];
        assert_eq!((event.stage.clone(), event.act), (Some(Stage::default_at(2)), Act::Decision));
        research.apply_step(&staged(&research, id, &Stage::default_at(2)).unwrap()).unwrap();
        assert_eq!(research.path_events()[&id].stage, None);
        let line = PathLine { when: "작년 봄".to_owned(), ..PathLine::of(&research.path_events()[&id]) };
        let step = changed(&research, id, line.clone()).unwrap();
        research.apply_step(&step).unwrap();
        assert_eq!(days(&research, interview, 2), "2025-03-01..2025-05-31");
        assert!(changed(&research, id, line).is_none(), "nothing differs");
        let positions: Vec<u32> = research.path_of(interview).iter().map(|event| event.position).collect();
        assert!(positions.windows(2).all(|pair| pair[0] < pair[1]), "{positions:?}");
    }
}
