//! What is read from a journey: what it lacks, how two maps differ, how far one is, what was published and walked.

#![allow(clippy::unwrap_used)]

use chrono::{Days, NaiveDate};

use super::check::{Lack, LackKind, lacks, staleness};
use super::checklist::{self, Progress, StudyStep};
use super::diff::diff;
use super::map::entries_of;
use super::merge::{Change, looked};
use super::steps::{accepted, blank_entry, changed, forked, written};
use super::tests::{Counting, mapped, now};
use super::walks::{FixFrom, fixed, fixes, obstacles, stops, walked};
use super::*;
use crate::domain::live::Fresh;
use crate::domain::{Consent, Id, Interview, Participant, Research, Stage, Status};

fn write(research: &mut Research, journey: &Journey, ids: &Counting, entry: Entry) {
    let fresh = Fresh::new(now(), ids);
    let step = written(research, journey, entry, ("HE", &fresh)).unwrap().unwrap();
    research.apply_step(&step).unwrap();
}

/// An entry at a stage, by its place, in a lane.
fn entry(journey: &Journey, ids: &Counting, (stage, lane): (usize, Lane), text: &str) -> Entry {
    let fresh = Fresh::new(now(), ids);
    let blank = blank_entry(journey, journey.stages[stage].stage.clone(), lane, ("HE", &fresh));
    Entry { text: text.to_owned(), ..blank }
}

/// Fills every required cell that is empty.
fn complete(research: &mut Research, journey: &Journey, ids: &Counting) {
    for lack in lacking(research, journey.id).into_iter().filter(|it| it.fails) {
        let (Some(stage), Some(lane)) = (lack.stage, lack.lane) else { continue };
        let at = journey.stages.iter().position(|it| it.stage == stage).unwrap();
        write(research, journey, ids, entry(journey, ids, (at, lane), "채움"));
    }
}

/// What it lacks today.
fn lacking(research: &Research, journey: Id) -> Vec<Lack> {
    let journey = &research.journeys()[&journey];
    let (map, waiting) = looked(research, journey).unwrap();
    lacks(research, journey, (&map, &waiting), now().date())
}

fn kinds(lacks: &[Lack]) -> Vec<LackKind> {
    lacks.iter().map(|it| it.kind).collect()
}

/// Shows A04, A21, A23, B34, C21, D15, D22.
/// Shows in part A32: the check names a journey without a goal; there is no programme that it could belong to.
#[test]
fn a_check_names_every_empty_cell_and_a_filled_map_passes() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let before = lacking(&research, journey.id);
    let map = of(&research, journey.id).unwrap();
    let empty = |lane: Lane| {
        let holds = |stage: &MapStage| map.cell(&stage.card.stage, lane).is_some_and(|it| it.state.is_some());
        map.stages.iter().filter(|stage| !holds(stage)).count()
    };
    let all: usize = Lane::REQUIRED.iter().map(|lane| empty(*lane)).sum();
    assert_eq!(before.iter().filter(|it| it.fails).count(), all);
    for (kind, lane) in
        [(LackKind::NoResponse, Lane::Message), (LackKind::NoKpi, Lane::Kpi), (LackKind::NoMover, Lane::NextStage)]
    {
        assert_eq!(before.iter().filter(|it| it.kind == kind).count(), empty(lane));
    }
    assert!(kinds(&before).contains(&LackKind::NoGoal) && kinds(&before).contains(&LackKind::Waiting));
    assert!(kinds(&before).contains(&LackKind::NoMessage), "a touchpoint without a message");
    let unowned = before.iter().filter(|it| it.kind == LackKind::NoOwner).count();
    assert_eq!(unowned, journey.stages.len(), "nobody answers for any stage yet");
    complete(&mut research, &journey, &ids);
    let after = lacking(&research, journey.id);
    assert!(after.iter().all(|it| !it.fails), "{after:?}");
    assert!(!kinds(&after).contains(&LackKind::NoMessage));

    // A journey that ends at the purchase is not complete.
    let mut shorter = research.journeys()[&journey.id].clone();
    shorter.stages.pop();
    research.apply(shorter.into()).unwrap();
    let ends = lacking(&research, journey.id);
    assert_eq!(ends.iter().filter(|it| it.fails).map(|it| it.kind).collect::<Vec<_>>(), [LackKind::EndsAtPurchase]);
}

#[test]
fn a_lane_that_is_hidden_lacks_nothing_and_what_waits_is_counted_as_it_was_seen() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let (_, waiting) = looked(&research, &journey).unwrap();
    let is_blank = |it: &&Change| it.proposal.as_ref().is_some_and(Proposal::is_blank);
    let blanks: Vec<&Change> = waiting.iter().filter(is_blank).collect();
    let step = accepted(&research, &journey, &blanks, ("HE", &Fresh::new(now(), &ids))).unwrap();
    research.apply_step(&step).unwrap();
    let waits = |research: &Research| kinds(&lacking(research, journey.id)).contains(&LackKind::Unanswered);
    let asks = |research: &Research, lane: Lane| lacking(research, journey.id).iter().any(|it| it.lane == Some(lane));
    let is_silent = |research: &Research| kinds(&lacking(research, journey.id)).contains(&LackKind::NoMessage);
    assert!(asks(&research, Lane::Kpi) && asks(&research, Lane::Message) && is_silent(&research));
    assert!(waits(&research));
    let mut hiding = research.journeys()[&journey.id].clone();
    let rows = hiding.lanes.iter_mut().filter(|row| matches!(row.lane, Lane::Kpi | Lane::Message));
    rows.for_each(|row| row.hidden = true);
    research.apply(hiding.clone().into()).unwrap();
    assert!(!asks(&research, Lane::Kpi) && !asks(&research, Lane::Message) && !is_silent(&research));
    assert!(!waits(&research), "blanks of a hidden lane are not to be written");
    let (map, waiting) = looked(&research, &hiding).unwrap();
    let told = |waiting| lacks(&research, &hiding, (&map, waiting), now().date());
    assert!(!waiting.is_empty() && !kinds(&told(&[])).contains(&LackKind::Waiting));
    assert_eq!(told(&waiting).last().unwrap().count, Some(waiting.len()));
}

/// Shows in part B22: a need without an owner is a gap; nothing adds the costs up.
#[test]
fn a_need_without_an_owner_is_told_and_costs_are_there() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let facts = Facts { holding: Some(Holding::Need), cost: Some(300), ..Facts::default() };
    let need = Entry { facts: facts.clone(), ..entry(&journey, &ids, (2, Lane::Resource), "시연 장비") };
    write(&mut research, &journey, &ids, need.clone());
    let found = lacking(&research, journey.id);
    assert!(found.iter().any(|it| it.kind == LackKind::NeedWithoutOwner && it.what == "시연 장비"));
    let owned = Entry { facts: Facts { owner: "영업".into(), ..facts }, ..need };
    write(&mut research, &journey, &ids, owned);
    let found = lacking(&research, journey.id);
    assert!(found.iter().all(|it| it.kind != LackKind::NeedWithoutOwner));
}

/// Shows A10.
/// Shows in part B37: a review that is due is told whatever the KPIs say; nothing lists the days of the next ones.
#[test]
fn a_journey_is_stale_past_its_interval_and_when_interviews_are_newer() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let today = now().date();
    assert_eq!(staleness(&research, &journey, today), None);
    let mut timed = journey.clone();
    timed.review_days = Some(30);
    research.apply_step(&changed(&research, timed.clone()).unwrap()).unwrap();
    assert_eq!(staleness(&research, &timed, today + Days::new(30)), None, "due on the day is not late");
    assert_eq!(staleness(&research, &timed, today + Days::new(33)).unwrap().overdue, 3);
    let mut interview = research
        .interviews()
        .values()
        .find(|it| research.participants()[&it.participant].persona == Some(journey.persona))
        .unwrap()
        .clone();
    interview.date = today + Days::new(1);
    research.apply(interview.into()).unwrap();
    assert_eq!(staleness(&research, &timed, today + Days::new(2)).unwrap().newer, 1);
    timed.reviewed = Some("2026-11-25T09:00:00.000+09:00".parse().unwrap());
    assert_eq!(staleness(&research, &timed, today + Days::new(4)), None, "a review settles it");
}

#[test]
fn an_interview_that_is_only_planned_makes_nothing_newer() {
    let (mut research, journey) = mapped(&Counting::from(0));
    let today = now().date() + Days::new(2);
    let dates = |research: &Research| {
        let map = of(research, journey.id).unwrap();
        let paths = crate::domain::paths::of_persona(research, journey.persona).unwrap();
        let begun = crate::domain::brief::draft(research, journey.persona).unwrap().method.interviews;
        (map.as_of, paths.as_of, begun, staleness(research, &journey, today).map_or(0, |it| it.newer))
    };
    let before = dates(&research);
    let known = research.begun_interviews(&research.counted_people(Some(journey.persona)))[0].clone();
    let next = Interview { id: Id::from_u128(77), label: "next".into(), date: today, status: Status::Planned, ..known };
    research.apply(next.clone().into()).unwrap();
    assert_eq!(dates(&research), before);
    research.apply(Interview { status: Status::Done, ..next }.into()).unwrap();
    assert_eq!(dates(&research), (Some(today), Some(today), before.2 + 1, 1));
}

#[test]
fn a_participants_code_makes_no_line_of_a_path_event() {
    let (mut research, journey) = mapped(&Counting::from(0));
    let notes = |research: &Research| {
        let map = of(research, journey.id).unwrap();
        (map.counts.notes, map.stages.iter().map(|it| it.counts.notes).collect::<Vec<_>>())
    };
    let before = notes(&research);
    let people = research.counted_people(Some(journey.persona)).into_iter().cloned().collect::<Vec<_>>();
    for (at, person) in people.into_iter().enumerate() {
        research.apply(Participant { code: format!("K-LEE-{at}"), ..person }.into()).unwrap();
    }
    assert_eq!(notes(&research), before);
}

/// Shows B25.
#[test]
fn a_fork_with_one_changed_cell_differs_in_exactly_that_cell() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let (fork, step) = forked(&research, journey.id, "지방 공장", ("HE", &Fresh::new(now(), &ids))).unwrap();
    research.apply_step(&step).unwrap();
    let maps = |research: &Research| (of(research, journey.id).unwrap(), of(research, fork).unwrap());
    let (one, other) = maps(&research);
    let same = diff(&one, &other);
    assert!(same.cells.iter().all(|it| it.is_same() && it.counted.is_empty()) && same.cells.len() > 5);
    let forked = research.journeys()[&fork].clone();
    let first = entries_of(&research, fork).find(|it| !it.text.is_empty()).unwrap().clone();
    let (stage, lane, was) = (first.stage.clone(), first.lane, first.text.clone());
    write(&mut research, &forked, &ids, Entry { text: "지방은 다르다".into(), ..first });
    let (one, other) = maps(&research);
    let differs = diff(&one, &other);
    let cells: Vec<_> = differs.changed().collect();
    assert_eq!(cells.len(), 1);
    assert_eq!((&cells[0].stage, cells[0].lane), (&stage, lane));
    assert_eq!((&cells[0].left, &cells[0].right), (&vec![was], &vec!["지방은 다르다".to_owned()]));
}

/// Shows A29.
#[test]
fn a_competitors_journey_shows_where_they_meet_buyers_and_we_do_not() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let theirs = steps::begun(&research, journey.persona, "델타시스템", ("HE", &fresh)).unwrap();
    assert!(super::merge::changes(&research, &theirs).is_empty(), "nothing is proposed for a competitor");
    for stage in 0..6 {
        write(&mut research, &theirs, &ids, entry(&theirs, &ids, (stage, Lane::Touchpoint), "전시장"));
    }
    let (one, other) = (of(&research, journey.id).unwrap(), of(&research, theirs.id).unwrap());
    let differs = diff(&one, &other);
    let met: Vec<Stage> =
        one.cells.iter().filter(|it| it.lane == Lane::Touchpoint).map(|it| it.stage.clone()).collect();
    assert_eq!(differs.unmet.len(), 6 - met.len());
    assert!(differs.unmet.iter().all(|it| !met.contains(it)));
    assert_eq!(name(&research, &research.journeys()[&theirs.id]), format!("{} / 델타시스템", one.persona));
}

/// Shows A35, B38.
#[test]
fn steps_are_done_from_what_is_there_and_left_out_only_with_a_reason() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let progress = |research: &Research, step: MappingStep| {
        let journey = &research.journeys()[&journey.id];
        let all = checklist::mapping(research, journey, &of(research, journey.id).unwrap());
        assert_eq!(all.len(), 8);
        all.into_iter().find(|it| it.step == step).unwrap().progress
    };
    assert_eq!(progress(&research, MappingStep::Goal), Progress::Open);
    assert_eq!(progress(&research, MappingStep::Research), Progress::Done);
    assert_eq!(progress(&research, MappingStep::Walk), Progress::Open);
    let mut set = research.journeys()[&journey.id].clone();
    (set.goal, set.works_if) = ("견적 뒤 이탈을 줄인다".into(), "3개월 안에 결재 일수가 준다".into());
    set.skipped.insert(MappingStep::Walk, "아직 판매 전".into());
    research.apply_step(&changed(&research, set).unwrap()).unwrap();
    assert_eq!(progress(&research, MappingStep::Goal), Progress::Done);
    assert_eq!(progress(&research, MappingStep::Walk), Progress::Skipped);
    let open = |research: &Research| -> Vec<StudyStep> {
        checklist::study(research).into_iter().filter(|it| it.progress == Progress::Open).map(|it| it.step).collect()
    };
    assert!(open(&research).contains(&StudyStep::Measure) && !open(&research).contains(&StudyStep::Journey));
    let actuals = vec![Actual { date: now().date(), value: 14.0 }];
    let facts = Facts { target: Some(20.0), actuals, ..Facts::default() };
    let seen = Entry { facts: facts.clone(), ..entry(&journey, &ids, (3, Lane::Observation), "방문 수") };
    write(&mut research, &journey, &ids, seen);
    assert!(open(&research).contains(&StudyStep::Measure), "only a KPI is measured");
    assert_eq!(progress(&research, MappingStep::Results), Progress::Open);
    let kpi = Entry { facts, ..entry(&journey, &ids, (3, Lane::Kpi), "결재 일수") };
    write(&mut research, &journey, &ids, kpi);
    assert!(!open(&research).contains(&StudyStep::Measure));
    assert_eq!(progress(&research, MappingStep::Results), Progress::Done);
}

/// Shows A28, B20.
#[test]
fn a_published_map_stays_as_it_was_and_tells_whom_it_cites() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let map = of(&research, journey.id).unwrap();
    let publish = |research: &Research, map: Map, reason: &str| {
        let map = versions::frozen(research, journey.id, map, ("HE", &fresh));
        let document = serde_json::to_string(&map).unwrap();
        (versions::published(research, &journey, (&map, document), reason, ("HE", &fresh)).unwrap(), map)
    };
    let read = |edition: &JourneyEdition| serde_json::from_str::<Map>(&edition.document).unwrap();
    let (step, out) = publish(&research, map, "첫 배포");
    research.apply_step(&step).unwrap();
    let first = research.journey_editions().values().next().unwrap().clone();
    assert_eq!((first.number, first.reason.as_str(), first.hash.len()), (1, "첫 배포", 64));
    assert_eq!(read(&first).edition, out.edition);
    let person = research.participants().values().find(|it| versions::cited(&out, &it.code) > 1).unwrap().clone();
    let consent = Consent { withdrawn: Some(now()), ..person.consent };
    let code = person.code.clone();
    research.apply(crate::domain::Participant { consent, ..person }.into()).unwrap();
    let draft = of(&research, journey.id).unwrap();
    assert_eq!(versions::cited(&draft, &code), 0, "who withdrew is in the draft no more");
    assert!(!serde_json::to_string(&draft).unwrap().contains(&format!("{code}-")));
    assert!(versions::cited(&read(&first), &code) > 1, "and is told of what went out");
    assert_ne!(versions::hash(&draft), first.hash);
    let (step, _) = publish(&research, draft, "");
    research.apply_step(&step).unwrap();
    assert_eq!(versions::editions_of(&research, journey.id).iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2]);
    let felt = versions::felt(&read(&first));
    assert_eq!(felt.number, Some(1));
    assert!(felt.stages.iter().any(|(_, middle, n)| middle.is_some() && *n > 0));
}

/// Shows B16, B33.
/// Shows B17.
#[test]
fn failures_of_a_walk_become_fixes_until_they_are_put_right_and_pains_rank_by_people() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let fresh = Fresh::new(now(), &ids);
    let lines: Vec<Id> = research.notes().values().filter(|it| it.is_evidence()).map(|it| it.id).collect();
    let person = |id: &Id| research.person_of(&research.notes()[id]).unwrap().clone();
    let counted = |id: &Id| person(id).persona == Some(journey.persona) && !person(id).is_withdrawn();
    let mut of_people: Vec<Id> = Vec::new();
    for line in lines.iter().filter(|it| counted(it)) {
        if of_people.iter().all(|it| person(it).id != person(line).id) {
            of_people.push(*line);
        }
    }
    let twice: Vec<Id> =
        lines.iter().filter(|it| counted(it) && person(it).id == person(&of_people[0]).id).take(2).copied().collect();
    let pain = |stage: usize, text: &str, severity: u32, evidence: &[Id]| Entry {
        facts: Facts { severity: Some(severity), ..Facts::default() },
        evidence: evidence.to_vec(),
        ..entry(&journey, &ids, (stage, Lane::Pain), text)
    };
    let (worse, mild, closed) = (
        pain(3, "답이 늦다", 2, &of_people[..3]),
        pain(2, "비교가 어렵다", 3, &twice),
        pain(1, "옛 문제", 3, &of_people[..3]),
    );
    let closed = Entry { facts: Facts { closed: NaiveDate::from_ymd_opt(2026, 11, 1), ..closed.facts }, ..closed };
    for it in [mild, worse, closed] {
        write(&mut research, &journey, &ids, it);
    }
    let map = of(&research, journey.id).unwrap();
    let visited = stops(&map);
    assert!(!visited.is_empty());
    let result = |(at, (stage, touchpoint)): (usize, (Stage, String))| WalkResult {
        stage,
        touchpoint,
        passed: at > 0,
        note: if at > 0 { String::new() } else { "전화가 안 된다".into() },
        fixed: None,
    };
    let results: Vec<WalkResult> = visited.into_iter().enumerate().map(result).collect();
    research.apply_step(&walked(&research, &journey, results, ("JY", &fresh)).unwrap()).unwrap();
    let found = fixes(&research, journey.id, &map);
    let told: Vec<(FixFrom, &str, usize)> = found.iter().map(|it| (it.from, it.what.as_str(), it.score())).collect();
    assert_eq!(
        told[..2],
        [(FixFrom::Pain, "답이 늦다", 6), (FixFrom::Pain, "비교가 어렵다", 3)],
        "people, not mentions"
    );
    assert_eq!((told.len(), told[2].0), (3, FixFrom::Walk));
    let (walk, at) = found[2].walk.unwrap();
    research.apply_step(&fixed(&research, walk, at, Some(now().date())).unwrap()).unwrap();
    assert_eq!(fixes(&research, journey.id, &map).len(), 2);
    assert!(fixed(&research, walk, 1, Some(now().date())).is_none(), "what passed is not put right");
}

/// Shows B19, D06, D07.
#[test]
fn an_obstacle_stood_from_the_first_interview_to_the_day_of_its_removal() {
    let ids = Counting::from(0);
    let (mut research, journey) = mapped(&ids);
    let stage = |research: &Research, at: usize| {
        obstacles(research, &of(research, journey.id).unwrap(), &journey.stages[at].stage)
    };
    let seeded = entries_of(&research, journey.id).find(|it| it.lane == Lane::Barrier).unwrap().clone();
    let at = journey.stages.iter().position(|it| it.stage == seeded.stage).unwrap();
    let before = stage(&research, at);
    assert!(before.open.contains(&seeded.text) && before.median_and_max().is_none());
    let shown = of(&research, journey.id).unwrap();
    let cites = &shown.cells.iter().flat_map(|it| &it.entries).find(|it| it.id == Some(seeded.id)).unwrap().evidence;
    let date = |cite: &String| {
        let note = research.resolve(&cite.parse().unwrap()).unwrap().id;
        research.interviews()[&research.notes()[&note].interview].date
    };
    let first = cites.iter().map(date).min().unwrap();
    let facts = Facts { closed: Some(first + Days::new(12)), ..seeded.facts.clone() };
    write(&mut research, &journey, &ids, Entry { facts, ..seeded.clone() });
    let after = stage(&research, at);
    assert_eq!((after.days.clone(), after.median_and_max()), (vec![12], Some((12, 12))));
    assert!(!after.open.contains(&seeded.text));
}
