use chrono::NaiveDate;

use super::*;
use crate::domain::alternative::{Alternative, AlternativeKind};
use crate::domain::interview::{Interview, Status};
use crate::domain::path::{Act, PathEvent};
use crate::domain::people::{Consent, Participant, Persona};
use crate::domain::record::{Edit, Record};
use crate::domain::study::Study;

pub fn id(n: u128) -> Id {
    Id::from_u128(n)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A study with one persona, to which people are added.
pub struct Case {
    records: Vec<Record>,
    people: u128,
}

impl Case {
    pub fn new() -> Case {
        let moment = "2026-11-22T14:00:00+09:00".parse().unwrap();
        let study = Study::blank(id(1), "S", moment);
        let persona = Persona::blank((id(2), id(1)), "buyer".to_owned());
        Case { records: vec![study.into(), persona.into()], people: 0 }
    }

    /// A person with a path: an event per line, `stage act from until touchpoint`, of which `-` leaves any out; `rep` is
    /// an interaction with us.
    pub fn person(&mut self, outcome: Option<Outcome>, path: &[&str]) -> &mut Case {
        self.people += 1;
        let (person, interview) = (id(self.people * 1000), id(self.people * 1000 + 1));
        let participant = Participant {
            id: person,
            study: id(1),
            code: format!("P{:02}", self.people),
            persona: Some(id(2)),
            deal: None,
            role: String::new(),
            recruited: None,
            outcome,
            attributes: Default::default(),
            consent: Consent { participate: true, ..Consent::default() },
        };
        let held = Interview::planned_on(day("2026-06-30"), (interview, id(1), person));
        let held = Interview { status: Status::Done, ..held };
        self.records.extend([participant.into(), held.into()]);
        for (number, line) in (1..).zip(path) {
            self.records.push(event(interview, number, line).into());
        }
        self
    }

    pub fn alternative(&mut self, kind: AlternativeKind, name: &str, kept: Option<bool>, why: &str) -> &mut Case {
        let (name, why, note) = (name.to_owned(), why.to_owned(), None);
        let interview = id(self.people * 1000 + 1);
        let own = id(900_000 + self.records.len() as u128);
        self.records.push(Alternative { id: own, study: id(1), interview, kind, name, kept, why, note }.into());
        self
    }

    pub fn research(&self) -> Research {
        Research::of(self.records.clone()).unwrap()
    }

    pub fn paths(&self) -> Paths {
        of(&self.research(), id(2), &Stage::defaults()).unwrap()
    }
}

pub fn event(interview: Id, number: u32, line: &str) -> PathEvent {
    let mut words = line.splitn(5, ' ').map(|word| Some(word).filter(|word| *word != "-"));
    let mut next = || words.next().flatten();
    let (stage, act, from, until, touchpoint) = (next(), next(), next(), next(), next());
    let rep = act == Some("rep");
    let act = if rep { Act::Interaction } else { act.map_or(Act::Action, |act| act.parse().unwrap()) };
    PathEvent {
        id: id(interview.as_u128() + 1 + u128::from(number)),
        study: id(1),
        interview,
        number,
        position: number,
        stage: stage.map(|it| it.parse().unwrap()),
        act,
        rep,
        text: format!("event {number}"),
        when: String::new(),
        from: from.map(day),
        until: until.or(from).map(day),
        touchpoint: touchpoint.unwrap_or_default().to_owned(),
        who: String::new(),
        at: None,
        logged: "2026-11-22T14:00:00+09:00".parse().unwrap(),
    }
}

fn stage(paths: &Paths, name: &str) -> StageCounts {
    paths.stages.iter().find(|it| it.stage.key() == name).unwrap().clone()
}

fn time(paths: &Paths, name: &str) -> StageTime {
    paths.times.iter().find(|it| it.stage.key() == name).unwrap().clone()
}

fn transition(paths: &Paths, from: &str, to: &str) -> (usize, usize, Way, usize) {
    let it = paths.transition(&from.parse().unwrap(), &to.parse().unwrap()).unwrap();
    (it.people, it.moves, it.way, it.over.len())
}

/// Shows A31, D11.
#[test]
fn loops_skips_starts_and_exits_are_counted_in_people_and_in_moves() {
    let mut case = Case::new();
    let twice = ["awareness", "decision", "consideration", "decision", "consideration", "decision", "purchase"];
    case.person(Some(Outcome::Won), &twice)
        .person(Some(Outcome::DecidedNotBought), &["problem", "awareness", "consideration", "decision decision"])
        .person(Some(Outcome::Lost), &["awareness", "consideration action", "- action", "consideration"])
        .person(None, &["awareness", "consideration"])
        .person(None, &[]);
    let paths = case.paths();
    assert_eq!((paths.people, paths.without_path), (5, 1));
    assert_eq!(transition(&paths, "decision", "consideration"), (1, 2, Way::Back, 0));
    assert_eq!(transition(&paths, "consideration", "decision"), (2, 3, Way::On, 0));
    assert_eq!(transition(&paths, "awareness", "decision"), (1, 1, Way::Skip, 1));
    assert_eq!(transition(&paths, "awareness", "consideration"), (3, 3, Way::On, 0));
    let began: Vec<usize> = paths.stages.iter().map(|it| it.began).collect();
    assert_eq!(began, [1, 3, 0, 0, 0, 0]);
    let considered = stage(&paths, "consideration");
    assert_eq!((considered.people, considered.visits, considered.returned, considered.skipped), (4, 5, 1, 0));
    assert_eq!((considered.ended.lost, considered.ended.open, considered.ended.exits()), (1, 1, 1));
    let decided = stage(&paths, "decision").ended;
    assert_eq!((decided.decided_not_bought, decided.lost), (1, 0), "decided and not bought is apart from lost");
    let ended = paths.ended();
    assert_eq!((ended.won, ended.exits(), ended.open, ended.all()), (1, 2, 1, 4));
    assert_eq!(paths.routes[0].ways_back(&Stage::defaults()), [2, 4]);
    let outcomes: Vec<usize> = paths.outcomes.iter().map(|it| it.people).collect();
    assert_eq!(outcomes, [1, 1, 0, 1, 2]);
}

#[test]
fn a_stage_that_was_visited_before_is_not_skipped() {
    let mut case = Case::new();
    case.person(None, &["problem", "awareness", "consideration", "problem", "consideration"])
        .person(None, &["problem", "decision"]);
    let paths = case.paths();
    assert_eq!((stage(&paths, "awareness").skipped, stage(&paths, "consideration").skipped), (1, 1));
    assert_eq!(transition(&paths, "problem", "consideration"), (1, 1, Way::Skip, 1));
}

/// Shows D28.
#[test]
fn time_is_estimated_between_middles_with_its_bounds_and_never_ends_by_itself() {
    let mut case = Case::new();
    case.person(
        Some(Outcome::Won),
        &[
            "awareness action 2025-03-01 2025-03-31",
            "consideration action 2025-05-01 2025-05-11",
            "consideration action 2025-05-20",
            "decision decision 2025-06-01",
        ],
    )
    .person(None, &["awareness action 2025-03-01", "consideration action 2025-03-04", "consideration - 2025-03-20"])
    .person(None, &["awareness", "consideration action 2025-03-04"])
    .person(None, &["awareness action 2025-05-01", "consideration action 2025-03-04"])
    .person(None, &["awareness action 2025-03-01 2025-03-31", "consideration action 2025-03-05 2025-03-07"]);
    let paths = case.paths();
    let first = paths.routes[0].visits[0].stay;
    assert_eq!((first.low, first.days, first.high), (Some(31), Some(51), Some(71)));
    let overlapping = paths.routes[4].visits[0].stay;
    assert_eq!((overlapping.low, overlapping.days, overlapping.high), (Some(0), Some(0), Some(6)));
    let aware = time(&paths, "awareness");
    assert_eq!((aware.n, aware.censored, aware.unclear), (3, 0, 2));
    assert_eq!((aware.median, aware.raw.as_slice()), (None, &[0, 3, 51][..]));
    let considered = time(&paths, "consideration");
    assert_eq!((considered.n, considered.censored, considered.raw.as_slice()), (1, 4, &[26][..]));
    let lows: Vec<Option<i64>> = considered.people.iter().map(|it| it.stay.low).collect();
    assert_eq!(lows, [Some(21), Some(16), Some(0), Some(0), Some(0)]);
    assert_eq!(paths.slowest.map(|it| (it.stage.key().to_owned(), it.n)), Some(("awareness".to_owned(), 3)));
}

/// Shows D27.
#[test]
fn from_five_people_on_there_is_a_median_and_loops_are_summed() {
    let mut case = Case::new();
    for days in 2..6 {
        case.person(None, &["problem - 2025-01-01", &format!("awareness - 2025-01-{:02}", 1 + days)]);
    }
    assert_eq!(time(&case.paths(), "problem").raw, [2, 3, 4, 5]);
    let looped = ["problem - 2025-01-01", "use - 2025-01-11", "problem - 2025-02-01", "use - 2025-02-11"];
    case.person(None, &looped);
    let paths = case.paths();
    let problem = time(&paths, "problem");
    assert_eq!((problem.n, problem.median, problem.min, problem.max), (5, Some(4), Some(2), Some(20)));
    assert!(problem.raw.is_empty());
    let used = &time(&paths, "use").people[0];
    assert_eq!((used.visits, used.stay.measure, used.stay.low), (2, Measure::Censored, Some(21)));
}

/// Shows D29, D30, D31.
#[test]
fn one_event_leads_to_another_as_three_of_seven() {
    let mut case = Case::new();
    case.person(
        Some(Outcome::Won),
        &["awareness interaction - - Discovery call", "consideration rep - - video demo", "purchase"],
    )
    .person(Some(Outcome::Lost), &["consideration rep - - demo room", "decision", "purchase"])
    .person(None, &["purchase", "consideration interaction - - web demo"])
    .person(None, &["- interaction - - discovery call"]);
    let research = case.research();
    let told = |from: &str, to: &str| {
        let it = conversion(&research, id(2), (&from.parse().unwrap(), &to.parse().unwrap()));
        (it.part, it.whole, it.percent)
    };
    assert_eq!(told("demo", "purchase"), (2, 3, None));
    assert_eq!(told("touchpoint:demo", "outcome:won"), (1, 3, None));
    assert_eq!(told("discovery call", "demo"), (1, 2, None));
    assert_eq!(told("rep", "stage:decision"), (1, 2, None));
    assert_eq!(told("video demo|demo room", "act:interaction"), (0, 2, None));
    assert_eq!(told("outcome:lost", "purchase"), (0, 1, None));
    let it = conversion(&research, id(2), (&"demo".parse().unwrap(), &"purchase".parse().unwrap()));
    assert_eq!((it.from.to_string(), it.to.to_string()), ("touchpoint:demo".to_owned(), "stage:purchase".to_owned()));
    assert_eq!((it.came.join(" "), it.stayed.join(" ")), ("P01 P02".to_owned(), "P03".to_owned()));
    assert_eq!(it.touchpoints.len(), 3);
    for wrong in ["", "stage:", "what:ever", "demo|", "outcome:lots", "touchpoint: "] {
        assert_eq!(wrong.parse::<Happening>(), Err(NotAHappening), "{wrong:?}");
    }
    for typed in
        ["stage:decision", "act:action", "touchpoint:데모", "rep", "outcome:no_decision", "rep|touchpoint:데모"]
    {
        assert_eq!(typed.parse::<Happening>().unwrap().to_string(), typed);
    }
}

/// Shows D03, D04, D10.
#[test]
fn meetings_with_us_and_silent_exits_are_told_by_stage() {
    let mut case = Case::new();
    case.person(
        Some(Outcome::Lost),
        &["consideration rep - - call", "consideration rep - - visit", "decision decision"],
    )
    .person(Some(Outcome::NoDecision), &["consideration rep - - call"])
    .person(Some(Outcome::NoDecision), &["consideration decision"])
    .person(None, &["decision decision"]);
    let paths = case.paths();
    let considered = stage(&paths, "consideration");
    assert_eq!((considered.rep_people, considered.rep_meetings), (2, 3));
    let behaviours: Vec<(Act, &str, usize)> =
        considered.behaviours.iter().map(|it| (it.act, it.touchpoint.as_str(), it.people)).collect();
    assert_eq!(behaviours, [(Act::Interaction, "call", 2), (Act::Decision, "", 1), (Act::Interaction, "visit", 1)]);
    let lost: Vec<(&str, usize, usize, usize, bool)> =
        paths.lost_interest.iter().map(|it| (it.from.key(), it.exits, it.silent, it.met_us, it.flagged)).collect();
    assert_eq!(lost, [("consideration", 2, 1, 1, false), ("decision", 1, 1, 0, true)]);
    assert_eq!(paths.lost_interest[1].to.as_ref().map(Stage::key), Some("purchase"));
}

/// Shows D09.
#[test]
fn alternatives_are_counted_by_kind_and_name_and_none_is_passed_over() {
    let mut case = Case::new();
    case.person(None, &[])
        .alternative(AlternativeKind::Repair, "", Some(false), "parts are out of stock")
        .alternative(AlternativeKind::Vendor, "Firm A", Some(true), "")
        .person(None, &[])
        .alternative(AlternativeKind::Vendor, "firm a", Some(false), "two weeks late")
        .alternative(AlternativeKind::Vendor, "Firm B", None, "");
    let paths = case.paths();
    let counts: Vec<(&str, usize)> = paths.alternatives.iter().map(|it| (it.kind.name(), it.people)).collect();
    assert_eq!(counts, [("vendor", 2), ("repair", 1), ("do_nothing", 0), ("in_house", 0), ("other", 0)]);
    let named = &paths.alternatives[0].named;
    assert_eq!((named[0].name.as_str(), named[0].people, named[0].kept, named[0].dropped), ("Firm A", 2, 1, 1));
    assert_eq!((named[1].name.as_str(), named[1].people, named[1].kept, named[1].dropped), ("Firm B", 1, 0, 0));
    assert_eq!(named[0].reasons[1].why, "two weeks late");
}

#[test]
fn the_samples_have_loops_and_exits_and_the_json_is_the_same_twice() {
    for sample in [
        include_str!("../../../sample_data/ai_pc.ko.jsonl"),
        include_str!("../../../sample_data/clinic_booking.en.jsonl"),
    ] {
        let records = sample.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap());
        let research = Research::of(records).unwrap();
        for persona in research.personas().keys() {
            let paths = of(&research, *persona, &Stage::defaults()).unwrap();
            assert!(paths.transitions.iter().any(|it| it.way == Way::Back));
            assert!(paths.ended().exits() > 0);
            let again = of(&research, *persona, &Stage::defaults()).unwrap();
            assert_eq!(serde_json::to_string(&paths).unwrap(), serde_json::to_string(&again).unwrap());
        }
    }
}

/// Shows D23, D25.
#[test]
fn a_question_about_a_passage_stands_with_its_ratio_and_the_lines_of_its_answers() {
    use crate::domain::Subject;
    use crate::domain::interview::Note;
    use crate::domain::study::{Asked, AskedState, Question};
    let mut case = Case::new();
    case.person(None, &["consideration - - - demo", "decision - - -"]).person(None, &["- - - - demo"]);
    let mut research = case.research();
    let passage = "demo,next".parse().ok();
    let (subject, text) = (Subject::Benefit, "What made you go on?".to_owned());
    let question =
        Question { id: id(3), study: id(1), position: 1, subject, text, probes: Vec::new(), theme: None, passage };
    let at = |minute: u32| format!("2026-11-22T14:{minute:02}:00+09:00").parse().unwrap();
    let asked =
        Asked { id: id(4), study: id(1), interview: id(1001), question: id(3), state: AskedState::Asked, at: at(10) };
    let line = |n: u128, minute| {
        Note::blank((id(n), id(1), id(1001)), u32::try_from(n).unwrap(), format!("line {n}"), at(minute))
    };
    for record in [question.into(), asked.into(), line(5, 9).into(), line(6, 10).into(), line(7, 12).into()] {
        research.apply(Edit::Put(record)).unwrap();
    }
    let answered = of(&research, id(2), &Stage::defaults()).unwrap().answered;
    let it = &answered[0];
    assert_eq!((it.question.as_str(), it.passage.part, it.passage.whole, it.people), ("Q1", 1, 2, 1));
    assert_eq!(it.lines, ["P01-L006.r1", "P01-L007.r1"]);
    assert_eq!(research.place_of_answer(id(1001), crate::domain::Dimension::Unsorted).1, "consideration".parse().ok());
}
