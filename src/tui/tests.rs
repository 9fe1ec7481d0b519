//! Snapshots of the screens, and what must hold whatever is typed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod colours;
mod everywhere;
mod keys;
mod look;
mod pointing;
mod story;
mod undoing;

use proptest::prelude::*;

use super::script::{Script, sample, sample_en};
use crate::domain::Research;
use crate::domain::line::Line;
use crate::library::{Count, Facets, Found, Hit, Request};
use crate::words::Lang;

/// The screens, each with the keys that lead to it from home.
const SCREENS: [(&str, &str); 47] = [
    ("home", ""),
    ("people", "pj"),
    ("participant", "p<enter>"),
    ("reader", "p<enter><enter>jjj"),
    ("timeline", "p<enter>pj"),
    ("themes", "tjj"),
    ("themes_chosen", "tj j m"),
    ("themes_filter", "t/ㅂㅇ"),
    ("affinity", "tjal"),
    ("candidates", "tc3"),
    ("evidence", "tj<enter>"),
    ("gate", "b<enter>"),
    ("recruit", "b<enter>p"),
    ("saturation", "b<enter>sj"),
    ("saturation_numbers", "b<enter>s<enter>"),
    ("brief", "b<enter><enter>jjj"),
    ("brief_tables", "b<enter><enter>Gkkkkkkkkkkkk"),
    ("claim", "b<enter><enter>j<enter>j"),
    ("headline", "b<enter><enter>e"),
    ("apart", "b<enter><enter>aj"),
    ("verify", "b<enter><enter>v"),
    ("publish", "b<enter><enter>P"),
    ("compare", "b<enter><enter>P2d"),
    ("trigger_card", "b<enter><enter>c"),
    ("study_settings", "b<enter>o"),
    ("journey", "><enter>j"),
    ("journey_stage", "><enter>2jj"),
    ("journey_curve", "><enter>3"),
    ("journey_gaps", "><enter>9"),
    ("journey_months", "><enter>8"),
    ("journey_beside", "><enter>01"),
    ("journey_steps", "><enter>t"),
    ("journey_entry", "><enter>n"),
    ("journey_lanes", "><enter>dj"),
    ("journey_walk", "><enter>W"),
    ("help", "?"),
    ("palette", "<c-p>"),
    ("picker", "p<enter><enter>jjt"),
    ("form", "n"),
    ("consent", "pc"),
    ("card", "n<enter>"),
    ("consent_call", "n<enter><enter>14"),
    ("guide", "n<enter>gaj"),
    ("guide_study", "gj"),
    ("sort", "u"),
    ("sort_end", "ue<esc>"),
    (
        "capture",
        "n<enter><enter>5<f1>작년 감사에서 외부 반출 기록이 없다고 지적받음<enter>\"팀장님이 다음 감사 전까지 무조건 끝내라고 하셨어요<f9><f8><enter>\
         <f6>1 3월쯤 내부 검토 시작<enter><f2>보안팀은 인증, 우리는 총비용을 봄 #총비용<enter>갱신 때 오를까 봐 3년 총액으로 비교했다고",
    ),
];

/// The sizes that every screen is drawn at.
const SIZES: [(u16, u16); 4] = [(40, 20), (80, 24), (120, 40), (200, 60)];

/// Sessions on the sample of a language; the samples are read once for all of them.
fn sessions() -> impl Fn(Lang) -> Script {
    let (ko, en) = (sample(), sample_en());
    move |lang| Script::with(if lang == Lang::Ko { ko.clone() } else { en.clone() }, lang, Vec::new())
}

/// A session on the sample of a language.
fn session(lang: Lang) -> Script {
    sessions()(lang)
}

#[test]
fn every_screen_at_every_size_in_both_languages() {
    let session = sessions();
    for (name, keys) in SCREENS {
        for lang in [Lang::En, Lang::Ko] {
            for (columns, rows) in SIZES {
                let script = session(lang).sized(columns, rows).keys(keys).saved();
                insta::assert_snapshot!(format!("{name}_{}_{columns}x{rows}", lang.name()), script.screen());
            }
        }
    }
}

#[test]
fn every_screen_in_ascii() {
    let session = sessions();
    for (name, keys) in SCREENS {
        let mut script = session(Lang::En);
        script.model.world.look = super::palette::Look::new(super::palette::Colors::Sixteen, true);
        let script = script.keys(keys).saved();
        insta::assert_snapshot!(format!("{name}_ascii_80x24"), script.screen());
    }
}

#[test]
fn first_run_asks_one_thing() {
    let mut script = Script::empty();
    script.news(crate::library::News::Studies(Vec::new()));
    let script = script.shows("What is the first study called?").keys("문서보안 2025<enter>");
    script.shows("문서보안 2025").shows("Press n to begin the first one").keys("n<enter><enter>5").shows("P01");
}

/// An answer as the finder gives it: words alone find, filters of outcome, dimension and feeling narrow.
pub(crate) fn found(research: &Research, request: &Request) -> Found {
    use crate::domain::query_text::{tokens, told};
    let (words, _) = told(&request.text);
    let filters: Vec<(String, String)> =
        tokens(&request.text).into_iter().filter(|it| !it.name.is_empty()).map(|it| (it.name, it.value)).collect();
    let mut hits = Vec::new();
    for note in research.notes().values() {
        let Some(at) = note.text.find(words.as_str()).filter(|_| !words.is_empty()) else { continue };
        let Some(line) = line_of(research, note) else { continue };
        if filters.iter().all(|(name, value)| admits(&line, name, value)) {
            let marks = research.marks_of(note.id).filter(|it| it.stance == crate::domain::Stance::Contradicts);
            let against = marks.map(|mark| research.themes()[&mark.theme].name.clone()).collect();
            hits.push(Hit { line, score: 1.0, highlights: vec![[at, at + words.len()]], against, earlier: None });
        }
    }
    let evidence = || hits.iter().filter(|hit| hit.line.voice.is_evidence());
    let who: std::collections::BTreeSet<_> = evidence().map(|hit| hit.line.participant).collect();
    let interviews: std::collections::BTreeSet<_> = hits.iter().map(|hit| hit.line.interview).collect();
    let (total, people, facets) = (hits.len(), who.len(), facets_of(&hits));
    let counted = research.counted_people(None).len();
    let counts = crate::domain::denominator::Denominator {
        raised: people,
        asked: counted / 2,
        unprompted: people - people.min(counted / 2),
        not_asked: 1.min(counted - counted / 2),
        open: (counted - counted / 2).saturating_sub(1 + people - people.min(counted / 2)),
        contradicted: 0,
        ..Default::default()
    };
    let standing = Some(crate::library::Standing { people: counted, counts });
    let nothing = (total == 0).then(|| crate::library::Nothing {
        lines: u64::try_from(research.notes().len()).unwrap(),
        without: filters.iter().map(|(name, value)| (format!("{name}:{value}"), 6)).collect(),
        near: if words == "견젹" { vec!["견적".to_owned()] } else { Vec::new() },
    });
    Found {
        query: request.text.clone(),
        total,
        people,
        who: who.into_iter().collect(),
        interviews: interviews.len(),
        took_ms: 3,
        hits,
        facets,
        standing,
        nothing,
        ..Found::default()
    }
}

fn line_of(research: &Research, note: &crate::domain::Note) -> Option<Line> {
    let interview = &research.interviews()[&note.interview];
    let person = &research.participants()[&interview.participant];
    (!person.is_withdrawn()).then(|| Line {
        note: note.id,
        code: research.code_of(note),
        revision: note.revision(),
        study: note.study,
        study_name: String::new(),
        participant: person.id,
        participant_code: person.code.clone(),
        persona: None,
        role: person.role.clone(),
        outcome: research.outcome_of(person),
        interview: interview.id,
        interview_label: interview.label.clone(),
        date: interview.date,
        at: note.at,
        dimension: note.dimension,
        voice: note.voice,
        speaker: note.speaker,
        text: note.text.clone(),
        feeling: note.feeling,
        star: note.star,
    })
}

/// Whether a filter as the screen writes it lets a line pass.
fn admits(line: &Line, name: &str, value: &str) -> bool {
    use crate::domain::{Dimension, Outcome};
    let one_of =
        |all: &[(&str, bool)]| value.split('|').any(|it| all.iter().any(|(name, holds)| *holds && *name == it));
    let (dimension, outcome) = (line.dimension, line.outcome);
    match name {
        "결과" | "outcome" => one_of(&[
            ("수주", outcome == Some(Outcome::Won)),
            ("실주", outcome == Some(Outcome::Lost)),
            ("lost", outcome == Some(Outcome::Lost)),
        ]),
        "차원" | "dimension" => one_of(&[
            ("우려", dimension == Dimension::Concern),
            ("concern", dimension == Dimension::Concern),
            ("기준", dimension == Dimension::Criteria),
        ]),
        "감정" => line.feeling.is_some_and(|feeling| if value == "+" { feeling > 0 } else { feeling < 0 }),
        _ => false,
    }
}

fn facets_of(hits: &[Hit]) -> Facets {
    let mut facets = Facets::default();
    let mut seen = std::collections::BTreeSet::new();
    for Hit { line, .. } in hits {
        *facets.dimension.entry(line.dimension.name().to_owned()).or_default() += 1;
        let outcome = line.outcome.map(|it| facets.outcome.entry(it.name().to_owned()).or_default());
        let role = facets.role.entry(line.role.clone()).or_default();
        let is_new = seen.insert(line.participant);
        for count in outcome.into_iter().chain([role]) {
            let count: &mut Count = count;
            count.lines += 1;
            count.people += usize::from(is_new);
        }
    }
    facets
}

#[test]
fn search() {
    for (columns, rows) in SIZES {
        let research = sample();
        let script = Script::with(research.clone(), Lang::Ko, Vec::new()).sized(columns, rows);
        let script = script.keys("/견적").finds(|request| found(&research, request)).keys("<down>");
        insta::assert_snapshot!(format!("search_ko_{columns}x{rows}"), script.screen());
    }
}

#[test]
fn a_stale_answer_is_dropped_and_the_list_does_not_flicker() {
    let research = sample();
    let mut script = Script::on(research.clone()).keys("/견적").finds(|request| found(&research, request));
    let before = script.screen();
    script = script.keys("서").shows("견적서");
    assert_eq!(script.screen().lines().nth(5), before.lines().nth(5), "the old answer stays until there is a new one");
    script.news(crate::library::News::Found { generation: 1, found: Ok(Box::default()) });
    script.hides("No line says this");
}

#[test]
fn a_hit_opens_on_its_line_and_the_way_back_leads_to_the_same_place() {
    let research = sample();
    let script = Script::on(research.clone()).keys("/견적").finds(|request| found(&research, request));
    let script = script.keys("<down><down>");
    let before = script.screen();
    let script = script.keys("<enter>").shows("견적").hides("find").keys("<esc>");
    assert_eq!(script.screen(), before);
}

/// Shows B31.
#[test]
fn the_ascii_chrome_is_ascii() {
    let mut script = Script::with(sample_en(), Lang::En, Vec::new());
    script.model.world.look = super::palette::Look::new(super::palette::Colors::Sixteen, true);
    for keys in ["", "p", "<esc>t", "<esc>b<enter>", "<enter>", "<esc><esc>><enter>"] {
        script = script.keys(keys);
        let screen = script.screen();
        let odd: String = screen.chars().filter(|c| !c.is_ascii() && !"“”‘’–—é·".contains(*c)).collect();
        assert!(odd.is_empty(), "{odd:?} in\n{screen}");
    }
}

#[test]
fn undo_names_what_it_undid() {
    let mut script = Script::on(sample()).keys("<c-z>");
    let study = script.model.world.study().unwrap().id;
    assert_eq!(script.take_effects(), [super::effect::Effect::Undo(study)]);
    let undone =
        crate::library::Undone { name: "log-line".into(), about: "P07-L041".into(), edits: Vec::new(), seq: 1 };
    script.news(crate::library::News::Undone { undone, redo: false });
    script.shows("Undone: P07-L041 logged");
}

fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(vec!["<enter>", "<esc>", "<up>", "<down>", "<left>", "<right>", "<home>", "<end>", "<tab>", "<backspace>", "<delete>", "<pgup>", "<pgdn>", "<f1>", "<f2>", "<f4>", "<f6>", "<f7>", "<f8>", "<f9>", "<a-1>", "<a-5>", "<c-f>", "<c-k>", "<c-l>", "<c-p>", "<c-z>", "<c-w>", "<c-u>", "<c-o>"]).prop_map(str::to_owned),
        6 => prop::sample::select(vec!["j", "k", "ㅓ", "ㅏ", "p", "t", "b", ">", "n", "e", "c", "g", "G", "?", "/", "q", "u", "s", "1", "2", "3", "0", "*", "#", "버", "r", "x", "h", "l"]).prop_map(str::to_owned),
        3 => prop::sample::select(vec!["가", "도입 지연", "\u{1112}\u{1161}\u{11ab}", "👨‍👩‍👧", "🇰🇷", "e\u{301}\u{302}", "ㄱㄴ", "\"", "!", "/우 ", "/path ", "/end", " #총비용", "漢字", "\u{200b}"]).prop_map(str::to_owned),
    ]
}

#[derive(Clone, Debug)]
enum Deed {
    Keys(String),
    Paste(String),
    Size(u16, u16),
    Wait(i64),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        12 => key().prop_map(Deed::Keys),
        1 => "[가-힣a-z\u{0}-\u{1f}\u{301}\u{200d} ]{0,40}".prop_map(Deed::Paste),
        1 => (1u16..130, 1u16..45).prop_map(|(columns, rows)| Deed::Size(columns, rows)),
        1 => (1u16..5, 1u16..5).prop_map(|(columns, rows)| Deed::Size(columns, rows)),
        1 => (0i64..20).prop_map(Deed::Wait),
    ]
}

/// A few where nobody asks for more; `PROPTEST_CASES` does.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(48)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_typed_breaks_a_screen(deeds in prop::collection::vec(deed(), 1..60), start in any::<bool>()) {
        let mut script = Script::with(sample(), Lang::Ko, Vec::new());
        if start {
            script = script.keys("n<enter><enter>5");
        }
        for deed in deeds {
            script = match deed {
                Deed::Keys(keys) => script.keys(&keys),
                Deed::Paste(text) => script.paste(&text),
                Deed::Size(columns, rows) => script.sized(columns, rows),
                Deed::Wait(seconds) => script.later(seconds),
            };
            let (columns, rows) = script.model.world.size;
            if let Some(caret) = script.caret() {
                prop_assert!(caret.x < columns && caret.y < rows);
            }
            prop_assert!(!script.model.panes.is_empty());
        }
    }
}

#[test]
fn nothing_of_somebody_who_withdrew_is_shown() {
    let research = sample();
    let person = research.participant_by_code("P11").unwrap().clone();
    let line = research.notes_of(research.interviews_of(person.id)[0].id).next().unwrap().text.clone();
    let mut script = Script::on(research);
    for keys in ["p", "jjjjjjjjjj", "<enter>"] {
        script = script.keys(keys);
    }
    let interview = script.model.world.research.interviews_of(person.id)[0].id;
    let script = script.shows("P11").shows("has withdrawn").hides("lines");
    let mut script = script;
    let reader = super::screen::reader::Reader::at(interview, None);
    script.model.panes.push(Box::new(reader));
    script.later(1).hides(&line).shows("has withdrawn");
}

#[test]
fn what_another_process_wrote_appears_and_other_studies_are_left_alone() {
    let mut script = Script::on(sample()).keys("p<enter><enter>G");
    let research = &script.model.world.research;
    let person = research.participant_by_code("P01").unwrap();
    let interview = research.interviews_of(person.id)[0].id;
    let mut note = research.notes_of(interview).last().unwrap().clone();
    (note.id, note.number, note.text) = (crate::domain::Id::from_u128(u128::MAX), 99, "옆 창에서 쓴 줄".to_owned());
    note.logged = script.model.world.now;
    let mut foreign = script.model.world.study().unwrap().clone();
    foreign.id = crate::domain::Id::from_u128(7);
    script.take_effects();
    script.news(crate::library::News::Arrived(vec![note.into(), foreign.into()]));
    assert!(script.take_effects().is_empty(), "nothing has to be read anew");
    script.keys("G").shows("옆 창에서 쓴 줄");
}

#[test]
fn a_refused_step_is_told_and_never_left_behind_in_silence() {
    use super::effect::Effect;
    let research = sample();
    let mut script = Script::on(research.clone()).keys("n<enter><enter>5하나<enter>").saved();
    script.take_effects();
    let error = crate::error::Error::refused("needs-missing").with("kind", "interview");
    script.news(crate::library::News::SaveRefused { step: "log-line".into(), error });
    assert!(matches!(script.take_effects()[..], [Effect::Load(_)]));
    let ticket = script.model.world.saving.sent;
    script.news(crate::library::News::Loaded {
        research: Box::new(research),
        drafts: Vec::new(),
        names: Default::default(),
        ticket,
    });
    let script = script.shows("1 edit not saved").keys("<c-c>").shows("2 write it to a file");
    script.keys("<esc>").hides("2 write it");
}

#[test]
fn what_is_typed_while_the_study_is_read_anew_is_neither_lost_nor_called_saved() {
    let mut script = Script::on(sample()).keys("<home><enter>before<enter>").saved();
    let ticket = script.model.world.saving.sent;
    let read = script.model.world.research.clone();
    script = script.keys("meanwhile<enter>and a draft");
    script.news(crate::library::News::Loaded {
        research: Box::new(read),
        drafts: Vec::new(),
        names: Default::default(),
        ticket,
    });
    let world = &script.model.world;
    let note = world.research.notes().values().find(|note| note.text == "meanwhile").expect("the line is there");
    let key = crate::domain::Key::new(crate::domain::Kind::Note, note.id);
    assert!(!world.is_saved(key), "nobody said that it is on disk");
    assert!(world.drafts.values().any(|draft| draft.text == "and a draft"));
    assert!(script.saved().model.world.is_saved(key));
}

#[test]
fn a_study_of_a_name_that_is_there_is_refused_before_anything_is_typed_into_it() {
    let script = Script::on(sample()).keys("s");
    let name = script.model.world.study().unwrap().name.clone();
    let script = script.keys("n").keys(&name).keys("<enter>");
    assert_eq!(script.model.world.studies.as_ref().map(Vec::len), Some(1));
    assert!(script.model.world.research.participants().len() > 1, "the study that was open stays open");
}

#[test]
fn a_persona_that_is_typed_is_made_with_its_participant() {
    let script = Script::on(sample_en()).keys("pn").keys("<tab>Night shift lead<tab>Nurse<tab><down><enter>");
    let research = &script.model.world.research;
    let person = research.participant_by_code("P09").unwrap();
    assert_eq!(research.personas()[&person.persona.unwrap()].name, "Night shift lead");
    assert_eq!((person.role.as_str(), person.outcome), ("Nurse", Some(crate::domain::Outcome::Won)));
    script.shows("Night shift lead").shows("Press n to begin one");
}

#[test]
fn a_line_is_corrected_filed_and_marked_where_it_is_read() {
    let script = Script::on(sample()).keys("p<enter><enter>j").keys("3").saved();
    let before = script.model.world.research.notes().values().filter(|note| note.revision() > 1).count();
    let script = script.shows("Benefit").keys("e<end>!<enter>");
    let after = script.model.world.research.notes().values().filter(|note| note.revision() > 1).count();
    assert_eq!(after, before + 1);
    script.shows(".r2").shows("r1  ").keys("ㅅ총비용<tab>").shows("contradicts").keys("<enter>").shows("#!3년 총비용");
}

#[test]
fn a_brief_is_written_to_a_new_file() {
    use super::effect::Effect;
    let mut script = Script::on(sample()).keys("b<enter><enter>w");
    script.take_effects();
    let mut script = script.shows("/library/개발팀장.brief.md").keys("<enter>");
    let effects = script.take_effects();
    let [Effect::Write(file, text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(file.ends_with("개발팀장.brief.md") && text.contains("개발팀장"));
}
