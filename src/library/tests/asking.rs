//! A search as an answer: who was asked, which filters speak of people, what is said when nothing is found. Counted
//! again from the study itself, by other code, with the index, with the tail alone and with the store read in its place.

use std::collections::BTreeSet;

use super::*;
use crate::domain::study::AskedState;
use crate::domain::{Asked, Mark, PathEvent, Research, SavedSearch, Stance, Subject, Synonym, Theme};
use crate::library::known::Known;
use crate::search;

fn sample() -> Research {
    let lines = include_str!("../../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
    Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
}

fn library(home: &TempDir) -> (Library, Research) {
    let research = sample();
    let mut library = Library::open(options(home, 5)).unwrap();
    library.put_research(&research).unwrap();
    (library, research)
}

fn do_step(library: &mut Library, research: &mut Research, step: Step) {
    research.apply_step(&step).unwrap();
    library.save(step).unwrap();
}

fn step(research: &Research) -> Step {
    Step::new(research.study().unwrap().id, "test", "")
}

/// The answer by reading the study: lines, people, and the honest denominator of the query's words.
fn recounted(research: &Research, text: &str) -> (usize, BTreeSet<Id>, Standing) {
    let query = search::parse(text).unwrap();
    let found: Vec<&Note> = research
        .notes()
        .values()
        .filter(|note| !research.participant_of(note.interview).unwrap().is_withdrawn())
        .filter(|note| query.matches(&note.text).is_some())
        .collect();
    let against = |note: &Note| research.marks_of(note.id).any(|mark| mark.stance == Stance::Contradicts);
    let who: BTreeSet<Id> = found
        .iter()
        .filter(|note| note.is_evidence())
        .map(|note| research.participant_of(note.interview).unwrap().id)
        .collect();
    let about = |question: Id| {
        let question = &research.questions()[&question];
        let theme = question.theme.map(|theme| research.themes()[&theme].name.clone());
        let texts = [question.text.clone()].into_iter().chain(question.probes.clone()).chain(theme);
        texts.into_iter().any(|text| query.matches(&text).is_some())
    };
    let mut dimensions: BTreeSet<Dimension> = found.iter().map(|note| note.dimension).collect();
    dimensions.remove(&Dimension::Unsorted);
    if dimensions.is_empty() {
        let subjects = research.questions().values().filter(|it| about(it.id)).map(|it| it.subject);
        dimensions = subjects.filter_map(Subject::dimension).collect();
    }
    let mut answer = Standing::default();
    for person in research.counted_people(None) {
        let mine =
            |note: &&&Note| research.participant_of(note.interview).unwrap().id == person.id && note.is_evidence();
        let lines: Vec<&&Note> = found.iter().filter(mine).collect();
        let opposed = lines.iter().filter(|note| against(note)).count();
        let interviews = research.interviews_of(person.id);
        let asked = interviews.iter().flat_map(|it| research.asked_in(it.id));
        let asked = asked.filter(|it| it.state == AskedState::Asked).any(|it| about(it.question));
        let all = dimensions.is_empty();
        let touched = Subject::ALL.iter().any(|subject| {
            (all || subject.dimension().is_some_and(|it| dimensions.contains(&it)))
                && research.has_touched(person.id, *subject)
        });
        let (raised, silent) = (lines.len() > opposed, lines.is_empty() && !asked);
        answer.people += 1;
        answer.counts.raised += usize::from(raised);
        answer.counts.asked += usize::from(asked);
        answer.counts.unprompted += usize::from(raised && !asked);
        answer.counts.contradicted += usize::from(opposed > 0);
        answer.counts.not_asked += usize::from(silent && !touched);
        answer.counts.open += usize::from(silent && touched);
        answer.counts.silent += usize::from(lines.is_empty() && asked);
        answer.counts.both += usize::from(raised && opposed > 0);
    }
    (found.len(), who, answer)
}

fn agree(library: &mut Library, research: &Research) {
    for text in ["가격", "도입 지연", "예산 부담", "없는말이다", "발열|소음"] {
        let found = library.search(&Request::of(text, 20)).unwrap();
        let (total, who, standing) = recounted(research, text);
        assert_eq!((found.total, found.everybody(), found.who.len()), (total, who.clone(), who.len()), "{text}");
        assert_eq!((found.people, found.standing), (who.len(), Some(standing)), "{text}");
        let query = search::parse(text).unwrap();
        let lines = research.notes().values().filter(|it| query.matches(&it.text).is_some());
        let interviews: BTreeSet<Id> =
            lines.map(|it| it.interview).filter(|it| !research.participant_of(*it).unwrap().is_withdrawn()).collect();
        assert_eq!(found.interviews, interviews.len(), "{text}");
    }
}

#[test]
fn the_denominator_equals_a_recount_with_and_without_the_index() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    assert!(library.search(&Request::of("가격", 1)).unwrap().scanned);
    agree(&mut library, &research);
    library.catch_up(&mut |_, _| true).unwrap();
    agree(&mut library, &research);
    // What the index has not reached: a line, a question put, a mark against, a line that went, a person who withdrew.
    let people: Vec<Participant> = research.counted_people(None).into_iter().cloned().collect();
    let interview = research.interviews_of(people[0].id)[0].id;
    let next = research.next_note_number(people[0].id);
    let new = line(library.mint(), people[0].study, interview, next, "전력 계약을 올려야 해서 학습 서버 견적을 미뤘다");
    let opposed =
        research.notes().values().find(|note| note.text.contains("가격") && note.is_evidence()).unwrap().clone();
    let theme = research.themes().values().next().unwrap().id;
    let mark = Mark::new((library.mint().id(), new.study), opposed.id, theme, Stance::Contradicts);
    let unasked = people.iter().flat_map(|it| research.interviews_of(it.id)).find_map(|interview| {
        let asked: BTreeSet<Id> = research.asked_in(interview.id).map(|it| it.question).collect();
        let question = research.guide().into_iter().find(|it| !asked.contains(&it.id))?;
        Some((interview.id, question.id))
    });
    let (interview, question) = unasked.unwrap();
    let put = Asked {
        id: library.mint().id(),
        study: new.study,
        interview,
        question,
        state: AskedState::Asked,
        at: moment(),
    };
    let steps =
        [step(&research).put(new.clone()), step(&research).put(put), step(&research).remove(Kind::Note, new.id)];
    for step in steps {
        do_step(&mut library, &mut research, step);
        agree(&mut library, &research);
    }
    let marks: Vec<Id> = research.marks_of(opposed.id).filter(|it| it.theme == theme).map(|it| it.id).collect();
    let cleared = marks.into_iter().fold(step(&research), |step, id| step.remove(Kind::Mark, id)).put(mark);
    do_step(&mut library, &mut research, cleared);
    agree(&mut library, &research);
    let hit = library
        .search(&Request::of("가격", 100))
        .unwrap()
        .hits
        .into_iter()
        .find(|it| it.line.note == opposed.id)
        .unwrap();
    assert_eq!(hit.against, [research.themes()[&theme].name.clone()]);
    let mut gone = people[1].clone();
    gone.consent.withdrawn = Some(moment());
    let withdrawal = step(&research).put(gone);
    do_step(&mut library, &mut research, withdrawal);
    agree(&mut library, &research);
    library.catch_up(&mut |_, _| true).unwrap();
    agree(&mut library, &research);
}

#[test]
fn what_is_known_of_people_is_kept_up_with_the_log() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    let mut kept = Known::default();
    kept.reach(&library.store, library.store.seq().unwrap()).unwrap();
    let people: Vec<Participant> = research.counted_people(None).into_iter().cloned().collect();
    for (at, person) in people.iter().enumerate() {
        let interview = research.interviews_of(person.id)[0].clone();
        let mut next = step(&research);
        let id = || library.options.mint.id();
        match at % 6 {
            0 => next
                .edits
                .extend(research.notes_of(interview.id).map(|it| Edit::Remove(Key::new(Kind::Note, it.id))).take(0)),
            1 => {
                let event = research.path_of(interview.id).first().map(|it| PathEvent {
                    id: id(),
                    number: 900,
                    ..(*it).clone()
                });
                next.edits.extend(event.map(Edit::from));
            }
            2 => next = next.put(Interview { status: Status::Planned, ..interview }),
            3 => {
                next.edits.extend(research.asked_in(interview.id).map(|it| Edit::Remove(Key::new(Kind::Asked, it.id))));
            }
            4 => {
                let words = vec![format!("말{at}"), format!("뜻{at}")];
                next = next.put(Synonym { id: id(), study: person.study, words });
            }
            _ => {
                let mut theme: Theme = research.themes().values().nth(at).unwrap().clone();
                theme.name = format!("새 이름 {at}");
                next = next.put(theme);
            }
        }
        if next.edits.is_empty() {
            let text = "아직 아무도 하지 않은 말";
            next = next.put(line(&library.options.mint, person.study, interview.id, 9_000, text));
        }
        do_step(&mut library, &mut research, next);
        kept.reach(&library.store, library.store.seq().unwrap()).unwrap();
        let mut fresh = Known::default();
        fresh.reach(&library.store, library.store.seq().unwrap()).unwrap();
        assert_eq!((&kept.wordings, &kept.against), (&fresh.wordings, &fresh.against));
        assert_eq!(kept.paths(&library.store).unwrap(), fresh.paths(&library.store).unwrap());
        assert_eq!((&kept.synonyms, &kept.former), (&fresh.synonyms, &fresh.former));
        for person in &people {
            let of = |known: &Known| known.traces.get(&person.id).copied().unwrap_or_default();
            assert_eq!(of(&kept), of(&fresh), "{}", person.code);
        }
    }
}

fn codes(library: &mut Library, text: &str) -> BTreeSet<String> {
    let found = library.search(&Request::of(text, 1000)).unwrap();
    found.hits.into_iter().map(|it| it.line.participant_code).collect()
}

/// Files all that one person said after the purchase elsewhere, and puts the question all the same; gives the code.
fn somebody_is_asked_and_silent(library: &mut Library, research: &mut Research) -> String {
    let speaker = |note: &Note| research.participant_of(note.interview).unwrap();
    let said = || research.notes().values().filter(|it| it.dimension == Dimension::PostPurchase && it.is_evidence());
    let person = said().map(speaker).find(|it| !it.is_withdrawn()).unwrap().clone();
    let theirs = said().filter(|it| speaker(it).id == person.id);
    let refiled =
        theirs.fold(step(research), |step, it| step.put(Note { dimension: Dimension::Unsorted, ..it.clone() }));
    let question = research.questions().values().find(|it| it.subject == Subject::PostPurchase).unwrap();
    let interview = research.interviews_of(person.id)[0].id;
    let there = research.asked_in(interview).find(|it| it.question == question.id).map(|it| it.id);
    let id = there.unwrap_or_else(|| library.mint().id());
    let state = AskedState::Asked;
    let put = Asked { id, study: question.study, interview, question: question.id, state, at: moment() };
    do_step(library, research, refiled.put(put));
    person.code
}

#[test]
fn filters_speak_of_paths_and_of_questions() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    let code = somebody_is_asked_and_silent(&mut library, &mut research);
    let of = |holds: &dyn Fn(&Participant) -> bool| -> BTreeSet<String> {
        let with_lines = |it: &&&Participant| {
            research.interviews_of(it.id).iter().any(|it| research.notes_of(it.id).next().is_some())
        };
        let people = research.counted_people(None);
        people.iter().filter(|it| holds(it)).filter(with_lines).map(|it| it.code.clone()).collect()
    };
    let stages = |person: &Participant| -> Vec<String> {
        let interviews = research.interviews_of(person.id);
        let events = interviews.iter().flat_map(|it| research.path_of(it.id));
        events.filter_map(|it| it.stage.as_ref().map(|it| it.key().to_owned())).collect()
    };
    let went = |person: &Participant, first: &str, then: &str| {
        let stages = stages(person);
        stages.iter().position(|it| it == first).is_some_and(|at| stages[at + 1..].iter().any(|it| it == then))
    };
    let back = of(&|it| went(it, "consideration", "problem"));
    assert_eq!(codes(&mut library, "경로:비교>문제정의"), back);
    assert!(!back.is_empty() && back.len() < research.participants().len());
    let order = ["problem", "awareness", "consideration", "decision", "purchase", "use"];
    let places = |it: &Participant| -> Vec<usize> {
        stages(it).iter().filter_map(|it| order.iter().position(|o| o == it)).collect()
    };
    let any_back = of(&|it| places(it).windows(2).any(|pair| pair[1] < pair[0]));
    assert_eq!(codes(&mut library, "path:back"), any_back);
    assert_eq!(codes(&mut library, "경로:되돌아감"), any_back);
    let asked = |it: &Participant, subject: Subject| {
        let interviews = research.interviews_of(it.id);
        let mut asked = interviews.iter().flat_map(|it| research.asked_in(it.id));
        asked.any(|it| it.state == AskedState::Asked && research.questions()[&it.question].subject == subject)
    };
    let said = |it: &Participant, dimension: Dimension| {
        let interviews = research.interviews_of(it.id);
        interviews
            .iter()
            .flat_map(|it| research.notes_of(it.id))
            .any(|it| it.dimension == dimension && it.is_evidence())
    };
    let quiet = of(&|it| asked(it, Subject::PostPurchase) && !said(it, Dimension::PostPurchase));
    assert_eq!(codes(&mut library, "물음:구매후 답:없음"), quiet);
    assert!(quiet.contains(&code));
    assert_eq!(
        codes(&mut library, "asked:concern said:yes"),
        of(&|it| asked(it, Subject::Concern) && said(it, Dimension::Concern))
    );
    let minus = library.search(&Request::of("감정:-", 1000)).unwrap();
    assert!(minus.total > 0 && minus.hits.iter().all(|it| it.line.feeling.is_some_and(|it| it < 0)));
    assert!(minus.standing.is_none(), "no word, nothing to ask about");
    assert_eq!(library.search(&Request::of("답:글쎄", 1)).unwrap_err().key, "search-unknown-value");
}

#[test]
fn the_words_of_the_team_are_said_and_can_be_left_out() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    let interview = research.interviews().values().next().unwrap().id;
    let note = line(library.mint(), research.study().unwrap().id, interview, 9_001, "도입이 늦어지면 감사랑 겹친다고");
    let words = vec!["늦어지다".to_owned(), "연체이월".to_owned()];
    let synonym = Synonym { id: library.mint().id(), study: note.study, words };
    let added = step(&research).put(note.clone());
    do_step(&mut library, &mut research, added);
    assert_eq!(library.search(&Request::of("연체이월", 5)).unwrap().total, 0);
    let added = step(&research).put(synonym);
    do_step(&mut library, &mut research, added);
    let found = library.search(&Request::of("연체이월", 5)).unwrap();
    assert_eq!(found.hits[0].line.note, note.id);
    let said = &found.expanded[0];
    assert_eq!((said.means, said.typed.as_str(), said.sought.as_str()), ("synonym", "연체이월", "늦어지다"));
    assert_eq!(found.hits[0].highlights.iter().map(|it| &note.text[it[0]..it[1]]).collect::<Vec<_>>(), ["늦어지"]);
    let literal = Request { literal: true, ..Request::of("연체이월", 5) };
    assert_eq!(library.search(&literal).unwrap().total, 0);
    // A theme is found by the name that it once had.
    let mut theme = research.themes().values().find(|it| research.marks_under(it.id).next().is_some()).unwrap().clone();
    let before = std::mem::replace(&mut theme.name, "아주 새로운 이름".to_owned());
    let old = library.search(&Request::of(&format!("주제:\"{before}\""), 5)).unwrap().total;
    let renamed = step(&research).put(theme);
    do_step(&mut library, &mut research, renamed);
    let found = library.search(&Request::of(&format!("주제:\"{before}\""), 5)).unwrap();
    assert_eq!(
        (found.total, found.expanded[0].means, found.expanded[0].sought.as_str()),
        (old, "former_name", "아주 새로운 이름")
    );
    assert!(old > 0);
}

#[test]
fn an_earlier_wording_is_found_only_when_it_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    let interview = research.interviews().values().next().unwrap().id;
    let first = line(library.mint(), research.study().unwrap().id, interview, 9_001, "납품연체 걱정");
    let added = step(&research).put(first.clone());
    do_step(&mut library, &mut research, added);
    let corrected = step(&research).put(first.revised("납품연기 걱정", first.voice, moment()));
    do_step(&mut library, &mut research, corrected);
    assert_eq!(library.search(&Request::of("납품연체", 5)).unwrap().total, 0);
    let found = library.search(&Request::of("납품연체 판본:모두", 5)).unwrap();
    assert_eq!((found.total, found.people), (1, 1));
    assert_eq!(found.hits[0].earlier, Some((1, "납품연체 걱정".to_owned())));
    assert_eq!(found.hits[0].highlights, [[0, "납품연체".len()]]);
    assert_eq!(library.search(&Request::of("납품연기 revision:all", 5)).unwrap().hits[0].earlier, None);
}

#[test]
fn nothing_found_is_explained() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, research) = library(&home);
    library.catch_up(&mut |_, _| true).unwrap();
    let lines =
        research.notes().values().filter(|it| !research.participant_of(it.interview).unwrap().is_withdrawn()).count();
    let plain = library.search(&Request::of("가격", 1)).unwrap();
    assert_eq!(plain.nothing, None);
    let found = library.search(&Request::of("견적 날짜:1999 말투:요약", 5)).unwrap();
    let why = found.nothing.unwrap();
    assert_eq!(why.lines, lines as u64);
    assert_eq!(why.without.len(), 1, "without the voice there is still nothing: {:?}", why.without);
    assert_eq!(why.without[0].0, "날짜:1999");
    assert_eq!(why.without[0].1, library.search(&Request::of("견적 말투:요약", 1)).unwrap().total);
    let misspelled = library.search(&Request::of("견젹", 5)).unwrap().nothing.unwrap();
    assert_eq!(misspelled.near, ["견적"]);
    let words = library.search(&Request::of("견젹 클라우드", 5)).unwrap().nothing.unwrap();
    let alone = library.search(&Request::of("클라우드", 5)).unwrap().total;
    assert_eq!(words.without, [("견젹".to_owned(), alone)], "what the other word finds by itself");
    let both = library.search(&Request::of("견적 클라우드", 5)).unwrap().total;
    assert_eq!(words.near.is_empty(), both == 0, "a spelling is offered where it finds something");
}

#[test]
fn what_went_is_in_no_suggestion() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    let person = research.counted_people(None)[0].clone();
    let interview = research.interviews_of(person.id)[0].id;
    let secret = line(library.mint(), person.study, interview, 9_001, "희귀워크숍 이야기");
    let added = step(&research).put(secret);
    do_step(&mut library, &mut research, added);
    library.catch_up(&mut |_, _| true).unwrap();
    let near = |library: &mut Library| library.search(&Request::of("희귀워크숖", 5)).unwrap().nothing.unwrap().near;
    assert_eq!(near(&mut library), ["희귀워크숍"]);
    let mut gone = person;
    gone.consent.withdrawn = Some(moment());
    let withdrawal = step(&research).put(gone);
    do_step(&mut library, &mut research, withdrawal);
    assert!(near(&mut library).is_empty());
    assert_eq!(library.search(&Request::of("희귀워크숍", 5)).unwrap().total, 0);
    library.catch_up(&mut |_, _| true).unwrap();
    assert!(near(&mut library).is_empty());
}

#[test]
fn names_are_found_in_the_vault_alone_and_go_with_their_person() {
    let home = tempfile::tempdir().unwrap();
    let (mut library, mut research) = library(&home);
    let person = research.counted_people(None)[0].clone();
    library.name(person.study, person.id, "김민수").unwrap();
    let found = library.search(&Request::of("민수", 5)).unwrap();
    assert_eq!((found.total, found.named.len()), (0, 1));
    assert_eq!((found.named[0].participant, found.named[0].code.as_str()), (person.id, person.code.as_str()));
    let near = found.nothing.unwrap().near;
    assert!(near.iter().all(|it| !it.contains("민수")), "{near:?}");
    assert!(
        library.search(&Request::of("민수 결과:lost", 5)).unwrap().named.is_empty(),
        "with a filter it is a search"
    );
    let mut gone = person;
    gone.consent.withdrawn = Some(moment());
    let withdrawal = step(&research).put(gone);
    do_step(&mut library, &mut research, withdrawal);
    assert!(library.search(&Request::of("민수", 5)).unwrap().named.is_empty());
}

#[test]
fn a_saved_search_tells_who_is_new() {
    let (mint, study) = (Mint::fixed(moment(), 5, 1000), Id::from_u128(1));
    let (old, new) = (mint.id(), mint.id());
    let search =
        SavedSearch { id: mint.id(), study, name: "지연".to_owned(), query: "지연".to_owned(), seen: vec![old] };
    assert_eq!((search.new_among([old]), search.new_among([old, new])), (0, 1));
}
