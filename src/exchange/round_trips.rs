//! What goes out comes in again: whole studies byte for byte, flat notes line for line, and a second import of the
//! same file changes nothing. Also what an import makes of transcripts.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::random::{flat_research, research};
use super::*;
use crate::domain::{Dimension, Edit, Id, Moment, Speaker, Stance, Status, Step, Study, Voice};
use crate::mint::Mint;

fn now() -> Moment {
    "2026-11-22T10:00:00+09:00".parse().unwrap()
}

fn mint(seed: u64) -> Mint {
    Mint::fixed(now(), seed, 0)
}

fn empty() -> Research {
    let (id, name) = (Id::from_u128(1), "연구 1".to_owned());
    Research::of([Study::blank(id, name, now()).into()]).unwrap()
}

fn take(research: &mut Research, text: &str, change: impl FnOnce(&mut Target<'_>)) -> (Step, Report) {
    let mint = mint(u64::try_from(research.notes().len()).unwrap() + 1000);
    let material = read(text.as_bytes(), "", None).unwrap();
    let (step, report) = {
        let mut target = Target::new(research, &mint, now());
        change(&mut target);
        plan(&material, &target).unwrap()
    };
    research.apply_step(&step).unwrap();
    (step, report)
}

fn keys(refusals: &[Refusal]) -> Vec<(u32, &'static str)> {
    refusals.iter().map(|it| (it.line, it.key)).collect()
}

fn csv_of(research: &Research) -> String {
    let mut out = Vec::new();
    flat::write_csv(research, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn jsonl_of(research: &Research) -> String {
    let mut out = Vec::new();
    flat::write_jsonl(research, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_study_comes_back_equal_and_its_bytes_are_always_the_same(research in research()) {
        let (mut first, mut second) = (Vec::new(), Vec::new());
        records::write(&research, &mut first).unwrap();
        let back = records::read(first.as_slice()).unwrap();
        prop_assert_eq!(&back, &research);
        records::write(&back, &mut second).unwrap();
        prop_assert_eq!(&first, &second);
        prop_assert_eq!(read(&first, "x.jsonl", None).unwrap().content, Content::Study(Box::new(research)));
    }

    #[test]
    fn a_study_cut_anywhere_is_refused(research in research(), at in any::<prop::sample::Index>()) {
        let mut bytes = Vec::new();
        records::write(&research, &mut bytes).unwrap();
        let cut = at.index(bytes.len() - 1);
        prop_assert!(records::read(&bytes[..cut]).is_err());
    }

    #[test]
    fn flat_notes_come_back_equal(research in flat_research()) {
        for text in [csv_of(&research), jsonl_of(&research)] {
            prop_assume!(!research.notes().is_empty());
            let mut back = empty();
            let (_, report) = take(&mut back, &text, |_| {});
            prop_assert_eq!(keys(&report.refused), vec![]);
            prop_assert_eq!(flat::notes(&back).collect::<Vec<_>>(), flat::notes(&research).collect::<Vec<_>>());
            prop_assert_eq!(csv_of(&back), csv_of(&research));
            prop_assert_eq!(jsonl_of(&back), jsonl_of(&research));
            let before = back.clone();
            let (step, report) = take(&mut back, &text, |_| {});
            prop_assert_eq!((step.edits.len(), report.taken, report.refused.len()), (0, 0, research.notes().len()));
            prop_assert!(report.refused.iter().all(|it| it.key == "already-there"));
            prop_assert_eq!(back, before);
        }
    }

    #[test]
    fn an_import_can_be_taken_back(research in flat_research()) {
        let mut target = empty();
        let before = target.clone();
        let mint = mint(1);
        let material = read(csv_of(&research).as_bytes(), "", None).unwrap();
        let (step, _) = plan(&material, &Target::new(&target, &mint, now())).unwrap();
        for back in target.apply_step(&step).unwrap() {
            target.apply(back).unwrap();
        }
        prop_assert_eq!(target, before);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..Format::ALL.len()) {
        let _ = read(&bytes, "any.csv", None);
        let _ = read(&bytes, "any", Some(Format::ALL[at]));
        detect(&bytes, "any");
    }
}

#[test]
fn no_cell_of_a_csv_is_a_formula() {
    let mut research = empty();
    take(&mut research, "participant,text,role,interview,feeling\nP01,=1+1,@x,+1,-2\nP01,＝x,,,\n", |_| {});
    let text = csv_of(&research);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let starts: Vec<&str> =
        rows.iter().flat_map(|row| row.iter()).filter(|cell| cell.starts_with(['=', '+', '@', '＝'])).collect();
    assert_eq!((rows.len(), starts), (2, vec![]));
    assert!(text.starts_with('\u{FEFF}'));
    assert!(text.contains("'=1+1") && text.contains(",-2,"));
}

const TALK: &str = "timestamp,speaker,words,tags\n0:05,Ann Bee,Why was it late?,Cost\n0:09,Dan Eve,Yes.,cost; Time\n\
    0:12,DE,Yes.,\n,AB,Is it so?,\n,DE,It was dear.,Odd\n,Bio,About Dan.,\n";

#[test]
fn a_transcript_becomes_one_interview_without_names() {
    let mut research = empty();
    let (step, report) = take(&mut research, TALK, |target| {
        target.persona = Some("Farmers".to_owned());
        target.tags = [("cost".to_owned(), Dimension::Concern)].into();
    });
    let notes: Vec<_> = research.notes().values().collect();
    let brief: Vec<_> =
        notes.iter().map(|it| (it.number, it.speaker, it.voice, it.dimension, it.text.as_str())).collect();
    use Dimension::{Concern, Unsorted};
    use Speaker::{Interviewer, Participant};
    use Voice::{Observation, Verbatim};
    assert_eq!(
        brief,
        [
            (1, Interviewer, Verbatim, Unsorted, "Why was it late?"),
            (2, Participant, Verbatim, Concern, "Yes."),
            (3, Participant, Verbatim, Unsorted, "Yes."),
            (4, Interviewer, Verbatim, Unsorted, "Is it so?"),
            (5, Participant, Verbatim, Unsorted, "It was dear."),
            (6, Participant, Observation, Unsorted, "About Dan."),
        ]
    );
    assert_eq!(report.taken, 6);
    assert_eq!(report.people, [report::PersonTaken { code: "P01".to_owned(), new: true, lines: 6 }]);
    assert_eq!(report.interviews.len(), 1);
    assert_eq!((report.interviews[0].label.as_str(), report.interviews[0].participant.as_str()), ("2026-11-22", "P01"));
    assert_eq!(report.personas, ["Farmers"]);
    assert_eq!(report.themes, [(Concern, "cost".to_owned())]);
    // Nobody said what "Time" is about, although it stands beside a tag of which somebody did.
    assert_eq!(report.marks, 1);
    assert_eq!(report.tags_left.into_iter().collect::<Vec<_>>(), [("Odd".to_owned(), 1), ("Time".to_owned(), 1)]);
    assert_eq!(keys(&report.remarks), [(0, "date-assumed")]);
    assert_eq!((step.name.as_str(), step.about.as_str()), ("import", "P01"));
    let mut bytes = Vec::new();
    records::write(&research, &mut bytes).unwrap();
    let stored = String::from_utf8(bytes).unwrap();
    for name in ["Ann Bee", "Dan Eve", "\"DE\""] {
        assert!(!stored.contains(name), "{name}");
    }
    assert!(!serde_json::to_string(&report.speakers).unwrap().contains("Ann"));
}

/// Shows in part E15: what is imported twice is found; ids survive in our own format, not in CSV.
#[test]
fn a_second_import_finds_its_interview_even_on_another_day() {
    let mut research = empty();
    take(&mut research, TALK, |_| {});
    let before = research.clone();
    let (step, report) = take(&mut research, TALK, |target| target.now = "2026-12-24T10:00:00+09:00".parse().unwrap());
    assert_eq!((step.edits.len(), report.taken, report.refused.len()), (0, 0, 6));
    assert_eq!(research, before);
    let (_, report) =
        take(&mut research, &format!("{TALK},DE,Yes.,\n"), |target| target.participant = Some("p01".to_owned()));
    assert_eq!((report.taken, report.refused.len(), report.interviews[0].new), (1, 6, false));
    assert_eq!(research.notes().values().filter(|it| it.text == "Yes.").count(), 3);
}

#[test]
fn a_corrected_line_is_not_brought_back() {
    let mut research = empty();
    take(&mut research, TALK, |_| {});
    let note = research.notes().values().find(|it| it.text == "It was dear.").unwrap();
    let revised = note.revised("It was too dear.", Voice::Verbatim, now());
    research.apply(Edit::from(revised)).unwrap();
    let (_, report) = take(&mut research, TALK, |_| {});
    assert_eq!(report.taken, 0);
}

#[test]
fn rows_are_refused_with_their_reason_and_the_rest_is_taken() {
    let mut research = empty();
    let text = "study,participant,text,outcome,role,persona,dimension,themes\n\
        연구 1,P01,one,lost,buyer,A,concern,x|!y|criteria:z\n연구 1,홍길동,two,,,,,\nother,P01,three,,,,,\n연구 1,,four,,,,,\n\
        ,p01,five,won,user,B,,x\n연구 1,P01,six,,,,,criteria:z\n";
    let (_, report) = take(&mut research, text, |_| {});
    assert_eq!(keys(&report.refused), [(3, "participant-code"), (4, "other-study"), (5, "participant-missing")]);
    assert_eq!(
        keys(&report.remarks),
        [(0, "date-assumed"), (6, "persona-differs"), (6, "outcome-differs"), (6, "role-differs")]
    );
    assert_eq!(report.taken, 3);
    assert_eq!(research.participants().values().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["P01"]);
    assert_eq!(report.themes.len(), 3);
    let against = research.marks().values().filter(|it| it.stance == Stance::Contradicts).count();
    assert_eq!((report.marks, against), (4, 1));
    let withdrawn = research.participants().values().next().cloned().map(|mut it| {
        it.consent.withdrawn = Some(now());
        it
    });
    research.apply(Edit::from(withdrawn.unwrap())).unwrap();
    let (step, report) = take(&mut research, "participant,text\nP01,seven\n", |_| {});
    assert_eq!((step.edits.len(), keys(&report.refused)), (0, vec![(2, "participant-withdrawn")]));
    assert_eq!(flat::notes(&research).count(), 0);
}

#[test]
fn a_planned_interview_has_taken_place_when_its_lines_come() {
    let mut research = empty();
    take(&mut research, "participant,interview,date,text\nP01,first,2026-11-02,a\n", |_| {});
    let mut planned = research.interviews().values().next().unwrap().clone();
    (planned.status, planned.label) = (Status::Planned, "2026-11-03".to_owned());
    planned.date = "2026-11-03".parse().unwrap();
    planned.id = Id::from_u128(77);
    research.apply(Edit::from(planned)).unwrap();
    let clova = "면담\n2026.11.03 화 오후 2:05 ・ 1분\n김\n\n참석자 1 00:00\n왜요?\n\n참석자 2 00:09\n비싸서요.\n\nclovanote.naver.com\n";
    let (_, report) = take(&mut research, clova, |target| target.participant = Some("P01".to_owned()));
    assert_eq!((report.taken, report.interviews[0].new, report.format), (2, false, Format::Clova));
    assert_eq!(research.interviews()[&Id::from_u128(77)].status, Status::Done);
    assert_eq!(research.notes_of(Id::from_u128(77)).count(), 2);
}

#[test]
fn long_turns_become_lines_of_whole_sentences() {
    let mut research = empty();
    let sentence = "The quotation came three weeks late and nobody could say why. ";
    take(&mut research, &format!("Q: Why?\nA: {}", sentence.repeat(20)), |_| {});
    let answers: Vec<_> = research.notes().values().filter(|it| it.speaker == Speaker::Participant).collect();
    assert!(answers.len() >= 3, "{}", answers.len());
    assert!(answers.iter().all(|it| it.text.ends_with("why.") && it.text.chars().count() <= 400));
    assert_eq!(answers.iter().map(|it| it.text.matches("late").count()).sum::<usize>(), 20);
}

#[test]
fn what_cannot_be_planned_is_said() {
    let mint = mint(1);
    let research = empty();
    let material = |text: &str| read(text.as_bytes(), "", None).unwrap();
    let key = |material: &Material, target: &Target<'_>| plan(material, target).unwrap_err().key;
    let target = Target::new(&research, &mint, now());
    let none = Research::default();
    assert_eq!(key(&material("Q: a\nA: b"), &Target::new(&none, &mint, now())), "study-missing");
    let mut whole = Vec::new();
    records::write(&research, &mut whole).unwrap();
    assert_eq!(key(&material(&String::from_utf8(whole).unwrap()), &target), "import-whole-study");
    let named = Target { participant: Some("Dan Eve".to_owned()), ..target.clone() };
    assert_eq!(key(&material("Q: a\nA: b"), &named), "participant-code");
    let hinted = Target { interviewer: Some("Zoe".to_owned()), ..target };
    assert_eq!(key(&material("Q: a\nA: b"), &hinted), "speaker-unknown");
}
