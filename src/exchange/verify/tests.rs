//! Documents of the sample studies with one thing wrong in each.
#![allow(clippy::unwrap_used)]

use super::known::{Document, Setting};
use super::*;
use crate::domain::matrix::Matrix;
use crate::domain::verify::FaultKind;
use crate::domain::{Consent, Id, Note, Participant, Record, Stance, Voice, briefing, edition};
use crate::domain::{hangul, journey};
use crate::exchange::{matrix, quotes};

const ON: &str = "2026-01-10";

fn sample(lang: Lang) -> Research {
    let lines = match lang {
        Lang::Ko => include_str!("../../../sample_data/ai_pc.ko.jsonl"),
        Lang::En => include_str!("../../../sample_data/clinic_booking.en.jsonl"),
    };
    Research::of(lines.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
}

fn persona(research: &Research) -> Id {
    let people = |id: &Id| research.counted_people(Some(*id)).len();
    *research.personas().keys().max_by_key(|id| (people(id), std::cmp::Reverse(**id))).unwrap()
}

fn of(research: &Research, form: Form, lang: Lang) -> String {
    let document = Document::Brief(Box::new(briefing::for_export(research, persona(research)).unwrap()));
    document.rendered(form, &Words::new(lang), &Templates::default()).unwrap()
}

fn checked(text: &str, research: &Research, names: &[&str]) -> Checked {
    let watch = Watch::of(research, names.iter().copied());
    let known = Known { research, watch: &watch, on: ON.parse().unwrap(), templates: &Templates::default() };
    check(text.as_bytes(), "", &known).unwrap()
}

/// The kinds of faults, without what only moved.
fn kinds(text: &str, research: &Research) -> Vec<FaultKind> {
    checked(text, research, &[]).verdict.faults.into_iter().map(|it| it.kind).filter(|it| it.fails()).collect()
}

/// A line of the Markdown that quotes somebody word for word.
fn quoted(text: &str) -> &str {
    text.lines().find(|it| it.starts_with("- “")).unwrap()
}

#[test]
fn the_samples_verify_in_every_form_and_language() {
    for study in [Lang::Ko, Lang::En] {
        let research = sample(study);
        for persona in research.personas().values() {
            let drafted = Document::Brief(Box::new(briefing::for_export(&research, persona.id).unwrap()));
            let seeded = journey::for_export(&research, persona.id).unwrap();
            let seeded = |setting| Document::Journey(Box::new(seeded.clone()), setting);
            let documents = [(&drafted, Basis::Draft), (&seeded(Setting::Whole), Basis::Journey)];
            for (document, basis) in documents {
                let forms = [
                    (Form::Json, Lang::En),
                    (Form::Md, Lang::En),
                    (Form::Md, Lang::Ko),
                    (Form::Html, Lang::Ko),
                    (Form::Html, Lang::En),
                ];
                for (form, lang) in forms {
                    let text = document.rendered(form, &Words::new(lang), &Templates::default()).unwrap();
                    let checked = checked(&text, &research, &["김이슬", "Grace Park"]);
                    let what = format!("{} {form} {lang:?}", persona.name);
                    assert_eq!(checked.verdict.faults, [], "{what}");
                    assert_eq!((checked.basis, checked.form, &checked.persona), (basis, form, &persona.name), "{what}");
                    let [right, all] = checked.verdict.quotes;
                    assert!(right == all && (all > 3 || basis == Basis::Journey), "{what} {all}");
                    assert!(checked.verdict.numbers[1] > 20, "{what}");
                }
            }
            let settings = [
                (Form::Csv, Setting::Whole),
                (Form::Svg, Setting::Whole),
                (Form::Svg, Setting::Curve),
                (Form::Svg, Setting::Moves),
                (Form::Md, Setting::Outline),
                (Form::Md, Setting::Flow),
                (Form::Md, Setting::Mermaid),
            ];
            for ((form, setting), lang) in settings.into_iter().flat_map(|it| [(it, Lang::Ko), (it, Lang::En)]) {
                let text = seeded(setting).rendered(form, &Words::new(lang), &Templates::default()).unwrap();
                let checked = checked(&text, &research, &[]);
                let what = format!("{} {form} {setting:?} {lang:?}", persona.name);
                assert_eq!(checked.verdict.faults, [], "{what}");
                assert_eq!(
                    (checked.basis, checked.form, &checked.persona),
                    (Basis::Journey, form, &persona.name),
                    "{what}"
                );
            }
        }
    }
}

/// Shows B17.
#[test]
fn how_much_a_pain_weighs_is_counted_again() {
    let research = sample(Lang::Ko);
    let worst = briefing::for_export(&research, persona(&research)).unwrap().worst;
    let score = worst[0].score;
    for (form, sign) in [(Form::Md, " = "), (Form::Html, " = "), (Form::Json, "\"score\":")] {
        let text = of(&research, form, Lang::Ko);
        let wrong = text.replacen(&format!("{sign}{score}"), &format!("{sign}9{score}"), 1);
        assert_ne!(wrong, text, "{form}");
        assert_eq!(kinds(&wrong, &research), [FaultKind::Number], "{form}");
    }
}

/// Shows B31.
#[test]
fn a_map_in_ascii_has_nothing_else_but_hangul_and_verifies() {
    for study in [Lang::Ko, Lang::En] {
        let research = sample(study);
        for persona in research.personas().values() {
            let map = journey::of_persona(&research, persona.id).unwrap();
            for setting in [Setting::Whole, Setting::Outline, Setting::Flow] {
                for lang in [Lang::Ko, Lang::En] {
                    let document = Document::Journey(Box::new(map.clone()), setting);
                    let drawn = document.rendered(Form::Md, &Words::new(lang), &Templates::default()).unwrap();
                    let text = ascii::plain(&drawn);
                    let is_legal = |c: char| c == '\n' || c == ' ' || c.is_ascii_graphic() || hangul::is_syllable(c);
                    let odd: String = text.chars().filter(|c| !is_legal(*c) && *c != 'é').collect();
                    assert_eq!(odd, "", "{} {setting:?} {lang:?}", persona.name);
                    let checked = checked(&text, &research, &[]);
                    assert_eq!(checked.verdict.faults, [], "{} {setting:?} {lang:?}", persona.name);
                    assert_eq!((checked.basis, &checked.persona), (Basis::Journey, &persona.name));
                }
            }
        }
    }
}

/// A map of the Korean sample in a form.
fn map_as(research: &Research, form: Form, setting: Setting) -> String {
    let map = journey::for_export(research, persona(research)).unwrap();
    Document::Journey(Box::new(map), setting).rendered(form, &Words::new(Lang::Ko), &Templates::default()).unwrap()
}

/// A map in a form, and what somebody does to it.
type Spoiled = (&'static str, Form, Setting, fn(&str) -> String, FaultKind);

fn counted_up(text: &str) -> String {
    text.replacen("3명", "8명", 1)
}

fn without_first_code(text: &str) -> String {
    let at = text.find("-L0").unwrap();
    let start = text[..at].rfind('P').unwrap();
    let end = at + text[at..].find(['`', '<', '"', ' ', ',']).unwrap();
    format!("{}P01-L999.r1{}", &text[..start], &text[end..])
}

const SPOILED: [Spoiled; 11] = [
    ("a count", Form::Md, Setting::Whole, counted_up, FaultKind::Number),
    ("a count", Form::Html, Setting::Whole, counted_up, FaultKind::Number),
    ("a count", Form::Svg, Setting::Whole, counted_up, FaultKind::Number),
    ("a count", Form::Md, Setting::Outline, counted_up, FaultKind::Number),
    ("a count", Form::Md, Setting::Flow, counted_up, FaultKind::Number),
    ("a move", Form::Svg, Setting::Moves, |text| text.replacen("명</tspan>", "1명</tspan>", 1), FaultKind::Number),
    ("a citation", Form::Md, Setting::Whole, without_first_code, FaultKind::Reference),
    (
        "a citation",
        Form::Html,
        Setting::Whole,
        |text| text.replacen("href=\"#P0", "href=\"#P9", 1),
        FaultKind::Reference,
    ),
    ("a citation", Form::Json, Setting::Whole, without_first_code, FaultKind::Reference),
    ("a citation", Form::Csv, Setting::Whole, without_first_code, FaultKind::Reference),
    ("a state", Form::Json, Setting::Whole, |text| text.replacen("\"strong\"", "\"thin\"", 1), FaultKind::Words),
];

#[test]
fn each_fault_in_a_map_is_told_in_every_form() {
    let research = sample(Lang::Ko);
    for (what, form, setting, spoil, kind) in SPOILED {
        let text = map_as(&research, form, setting);
        let wrong = spoil(&text);
        assert_ne!(wrong, text, "{what} {form} {setting:?}");
        let faults = checked(&wrong, &research, &[]).verdict.faults;
        assert!(faults.iter().any(|it| it.kind == kind), "{what} {form} {setting:?}: {faults:#?}");
        assert!(faults.len() <= 4, "{what} {form} {setting:?} is told {} times: {faults:#?}", faults.len());
    }
}

#[test]
fn a_published_map_is_held_against_itself_and_what_moved_is_told() {
    let (mut research, persona) = (sample(Lang::Ko), persona(&sample(Lang::Ko)));
    let kept: Vec<Id> = research.journeys().keys().copied().collect();
    for id in kept {
        for edit in research.removal(crate::domain::Key::new(crate::domain::Kind::Journey, id)) {
            research.apply(edit).unwrap();
        }
    }
    let mint = crate::mint::Mint::fixed("2026-11-22T10:00:00+09:00".parse().unwrap(), 7, 0);
    let fresh = crate::domain::live::Fresh::new("2026-11-22T10:00:00+09:00".parse().unwrap(), &mint);
    let journey = journey::steps::begun(&research, persona, "", ("HE", &fresh)).unwrap();
    let changes = journey::merge::changes(&research, &journey);
    let all: Vec<_> = changes.iter().collect();
    let step = journey::steps::accepted(&research, &journey, &all, ("HE", &fresh)).unwrap();
    research.apply_step(&step).unwrap();
    let map = journey::journey_for_export(&research, journey.id).unwrap();
    let (step, map) = crate::exchange::editions::publish(&research, &journey, (map, "첫 판"), ("HE", &fresh)).unwrap();
    research.apply_step(&step).unwrap();
    let as_form = |form| {
        let document = Document::Journey(Box::new(map.clone()), Setting::Whole);
        document.rendered(form, &Words::new(Lang::Ko), &Templates::default()).unwrap()
    };
    for form in [Form::Md, Form::Html, Form::Json, Form::Csv, Form::Svg] {
        let checked_now = checked(&as_form(form), &research, &[]);
        assert_eq!((checked_now.basis, checked_now.edition), (Basis::JourneyEdition, Some(1)), "{form}");
        assert_eq!(checked_now.verdict.faults, [], "{form}");
        assert_eq!(as_form(form), as_form(form));
    }
    let entry = journey::map::entries_of(&research, journey.id).find(|it| !it.text.is_empty()).unwrap().clone();
    let before = as_form(Form::Md);
    let step = journey::steps::removed(&research, entry.id).unwrap();
    research.apply_step(&step).unwrap();
    assert_eq!(as_form(Form::Md), before, "what is published stays as it is");
    let later = checked(&before, &research, &[]).verdict;
    assert!(later.holds(), "{:#?}", later.faults);
    let told = |it: &Fault| it.kind == FaultKind::Moved && it.about == entry.text;
    assert!(later.faults.iter().any(told), "{} {:#?}", entry.text, later.faults);
    // Somebody changes the version in the library itself.
    let edition = research.journey_editions().values().next().unwrap().clone();
    let document = edition.document.replacen("\"people\":3", "\"people\":4", 1);
    research.apply(crate::domain::journey::JourneyEdition { document: document.clone(), ..edition }.into()).unwrap();
    assert!(kinds(&document, &research).contains(&FaultKind::Number));
}

#[test]
fn one_byte_of_a_quotation_is_told_with_its_line() {
    for lang in [Lang::Ko, Lang::En] {
        let research = sample(lang);
        let text = of(&research, Form::Md, lang);
        let line = quoted(&text);
        let code = line.rsplit('`').nth(1).unwrap();
        let wrong = text.replacen(line, &line.replacen('“', "“.", 1), 1);
        let faults = checked(&wrong, &research, &[]).verdict.faults;
        assert_eq!(faults.len(), 1, "{faults:#?}");
        let fault = &faults[0];
        assert_eq!((fault.kind, fault.about.as_str()), (FaultKind::Quote, code));
        assert_eq!(wrong.lines().nth(fault.at.parse::<usize>().unwrap() - 1).unwrap(), line.replacen('“', "“.", 1));
    }
}

#[test]
fn one_byte_of_a_quoted_line_in_the_library_is_told_with_its_line() {
    let mut research = sample(Lang::Ko);
    for form in [Form::Md, Form::Json] {
        let text = of(&research, form, Lang::Ko);
        let code = quoted(&of(&research, Form::Md, Lang::Ko)).rsplit('`').nth(1).unwrap().to_owned();
        let key = research.resolve(&code.parse().unwrap()).unwrap();
        let note = research.notes()[&key.id].clone();
        research.apply(Note { text: format!("{}.", note.text), ..note.clone() }.into()).unwrap();
        let faults = checked(&text, &research, &[]).verdict.faults;
        assert!(faults.iter().any(|it| it.kind == FaultKind::Quote && it.about == code), "{faults:#?}");
        research.apply(note.into()).unwrap();
    }
}

/// A fault that somebody seeds into the Markdown, and what it must be told as.
type Seeded = (&'static str, fn(&str, &Research) -> String, FaultKind);

fn with_line(text: &str, find: impl Fn(&str) -> bool, change: impl Fn(&str) -> String) -> String {
    let at = text.lines().position(find).unwrap();
    let lines =
        text.lines().enumerate().map(|(number, line)| if number == at { change(line) } else { line.to_owned() });
    lines.filter(|line| line != "\u{1}").collect::<Vec<String>>().join("\n") + "\n"
}

fn is_count(line: &str) -> bool {
    line.starts_with("`●")
}

fn is_quote(line: &str) -> bool {
    line.starts_with("- “")
}

fn code_of(line: &str) -> &str {
    line.rsplit('`').nth(1).unwrap()
}

const SEEDED: [Seeded; 14] = [
    (
        "a count of a claim",
        |text, _| with_line(text, is_count, |it| it.replacen(char::is_numeric, "9", 1)),
        FaultKind::Number,
    ),
    (
        "a count in the head",
        |text, _| with_line(text, |it| it.contains(" · "), |it| it.replace("명", "7명")),
        FaultKind::Number,
    ),
    (
        "a line that is none",
        |text, _| with_line(text, is_quote, |it| it.replace(code_of(it), "P01-L999.r1")),
        FaultKind::Reference,
    ),
    (
        "a revision that is none",
        |text, _| with_line(text, is_quote, |it| it.replace(".r1`", ".r9`")),
        FaultKind::Reference,
    ),
    (
        "another person",
        |text, _| {
            with_line(text, is_quote, |it| {
                let (said, who) = it.rsplit_once("” ").unwrap();
                format!("{said}” P99{}", &who[3..])
            })
        },
        FaultKind::Attribution,
    ),
    (
        "a paraphrase in quotation marks",
        |text, _| {
            with_line(
                text,
                |it| it.starts_with("- (요약) "),
                |it| {
                    let code = code_of(it).split('-').next().unwrap();
                    let said =
                        it.trim_start_matches("- (요약) ").replacen(&format!(" {code},"), &format!("” {code},"), 1);
                    format!("- “{said}")
                },
            )
        },
        FaultKind::NotVerbatim,
    ),
    (
        "a quotation from nowhere",
        |text, _| with_line(text, is_quote, |it| format!("{it}\n\n“아무도 하지 않은 말이에요”")),
        FaultKind::Unsourced,
    ),
    (
        "a number in the prose",
        |text, _| with_line(text, is_quote, |it| format!("{it}\n\n열에 8은 감사를 걱정합니다.")),
        FaultKind::Number,
    ),
    (
        "a heading in other words",
        |text, _| with_line(text, |it| it.starts_with("### ● "), |it| format!("{it} 무조건")),
        FaultKind::Words,
    ),
    (
        "a theme that is none",
        |text, _| with_line(text, |it| it.starts_with("### ● "), |it| format!("### ● 없는 주제\n\n{it}")),
        FaultKind::Reference,
    ),
    (
        "a contradictor left out",
        |text, _| with_line(text, |it| it.contains("× **"), |_| "\u{1}".to_owned()),
        FaultKind::Contradictor,
    ),
    (
        "a line left out",
        |text, _| with_line(text, |it| it.starts_with("- **"), |_| "\u{1}".to_owned()),
        FaultKind::Missing,
    ),
    (
        "a phone number",
        |text, _| with_line(text, |it| it.starts_with("# "), |it| format!("{it}\n\n문의 010-2345-6789")),
        FaultKind::Leak,
    ),
    (
        "a name of the vault",
        |text, _| with_line(text, |it| it.starts_with("# "), |it| format!("{it}\n\n민수가 정리함")),
        FaultKind::Leak,
    ),
];

#[test]
fn each_seeded_fault_is_told() {
    let research = sample(Lang::Ko);
    let text = of(&research, Form::Md, Lang::Ko);
    for (what, seed, kind) in SEEDED {
        let wrong = seed(&text, &research);
        assert_ne!(wrong, text, "{what}");
        let verdict = checked(&wrong, &research, &["김민수"]).verdict;
        assert!(verdict.faults.iter().any(|it| it.kind == kind), "{what}: {:#?}", verdict.faults);
        assert!(!verdict.holds(), "{what}");
        assert!(verdict.faults.len() <= 3, "{what} is told {} times: {:#?}", verdict.faults.len(), verdict.faults);
    }
}

#[test]
fn each_seeded_fault_in_json_is_told() {
    let research = sample(Lang::Ko);
    let text = of(&research, Form::Json, Lang::Ko);
    use serde_json::json;
    let is_told = |wanted: FaultKind, change: fn(&mut serde_json::Value)| {
        let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
        change(&mut value);
        let kinds = kinds(&value.to_string(), &research);
        assert!((1..=2).contains(&kinds.len()) && kinds.contains(&wanted), "{wanted}: {kinds:?}");
    };
    is_told(FaultKind::Number, |it| it["claims"][0]["raised"] = json!(99));
    is_told(FaultKind::Number, |it| it["people"] = json!(99));
    is_told(FaultKind::Quote, |it| it["claims"][0]["supports"][0]["text"] = json!("다른 말"));
    is_told(FaultKind::Reference, |it| it["claims"][0]["supports"][0]["revision"] = json!(7));
    is_told(FaultKind::Attribution, |it| it["claims"][0]["supports"][0]["participant"] = json!("P99"));
    is_told(FaultKind::Reference, |it| it["claims"][0]["theme"] = json!("없는 주제"));
    is_told(FaultKind::Words, |it| it["claims"][0]["headline"] = json!("더 센 제목"));
    is_told(FaultKind::Words, |it| it["claims"][0]["written"] = json!({"by": "XX", "date": "2025-01-01"}));
    is_told(FaultKind::Words, |it| it["claims"][0]["state"] = json!("strongest"));
    is_told(FaultKind::Contradictor, |it| {
        let claims = it["claims"].as_array_mut().unwrap();
        let claim = claims.iter_mut().find(|it| !it["contradicts"].as_array().unwrap().is_empty()).unwrap();
        claim["contradicts"] = json!([]);
    });
}

#[test]
fn consent_is_looked_at_again() {
    let text = of(&sample(Lang::Ko), Form::Md, Lang::Ko);
    let who = quoted(&text).rsplit('`').nth(1).unwrap().split('-').next().unwrap().to_owned();
    let with = |change: fn(&mut Consent)| {
        let mut research = sample(Lang::Ko);
        let mut person: Participant = research.participant_by_code(&who).unwrap().clone();
        change(&mut person.consent);
        research.apply(person.into()).unwrap();
        checked(&text, &research, &[])
            .verdict
            .faults
            .into_iter()
            .filter(|it| it.about == who)
            .map(|it| it.kind)
            .collect::<Vec<_>>()
    };
    assert_eq!(with(|_| {}), []);
    assert!(
        with(|it| it.withdrawn = Some("2026-01-01T00:00:00+09:00".parse().unwrap())).contains(&FaultKind::Withdrawn)
    );
    assert_eq!(with(|it| it.keep_until = Some("2026-01-09".parse().unwrap())), [FaultKind::Expired]);
    assert_eq!(with(|it| it.keep_until = Some("2026-01-10".parse().unwrap())), []);
    assert!(with(|it| it.quote = false).contains(&FaultKind::NoQuoteConsent));
    assert!(with(|it| it.participate = false).contains(&FaultKind::NotAgreed));
}

#[test]
fn what_was_published_may_have_moved_and_is_still_true() {
    let mut research = sample(Lang::Ko);
    let persona = persona(&research);
    let at = "2025-12-01T10:00:00+09:00".parse().unwrap();
    let draft = briefing::for_export(&research, persona).unwrap();
    let published = edition::frozen(draft, 1, (at, "HE".to_owned()));
    let study = research.study().unwrap().id;
    let hash = published.edition.as_ref().unwrap().hash.clone();
    let document = serde_json::to_string(&published).unwrap();
    let record = crate::domain::Edition {
        id: Id::from_u128(99),
        study,
        persona,
        number: 1,
        published: at,
        by: "HE".to_owned(),
        hash,
        document: document.clone(),
    };
    research.apply(record.into()).unwrap();
    let checked_now = checked(&document, &research, &[]);
    assert_eq!((checked_now.basis, checked_now.edition), (Basis::Edition, Some(1)));
    assert_eq!(checked_now.verdict.faults, []);

    // A line is corrected and a mark is taken away: what was published is still what it was.
    let code = quoted(&of(&research, Form::Md, Lang::Ko)).rsplit('`').nth(1).unwrap().to_owned();
    let key = research.resolve(&code.parse().unwrap()).unwrap();
    let note = research.notes()[&key.id].revised("고친 말", Voice::Verbatim, at);
    let mark = research.marks_of(key.id).find(|it| it.stance == Stance::Supports).unwrap().id;
    research.apply(note.into()).unwrap();
    research.apply(crate::domain::Edit::Remove(crate::domain::Key::new(crate::domain::Kind::Mark, mark))).unwrap();
    let later = checked(&document, &research, &[]).verdict;
    assert!(later.holds(), "{:#?}", later.faults);
    assert!(later.faults.iter().any(|it| it.kind == FaultKind::Moved));

    let wrong = document.replacen("\"raised\":3", "\"raised\":4", 1);
    assert_ne!(wrong, document);
    assert!(kinds(&wrong, &research).contains(&FaultKind::Number));
}

#[test]
fn a_document_that_nobody_knows_is_told_so() {
    let research = sample(Lang::En);
    let checked = checked("# Shopping\n\n- 3 apples\n- “quoted” P01 `P01-L001.r1`\n", &research, &[]);
    assert_eq!(checked.basis, Basis::None);
    let kinds: Vec<FaultKind> = checked.verdict.faults.iter().map(|it| it.kind).collect();
    assert_eq!(kinds[0], FaultKind::Reference);
    assert!(kinds.contains(&FaultKind::Quote) || kinds.contains(&FaultKind::NotVerbatim));
    let watch = Watch::of(&research, []);
    let known = Known { research: &research, watch: &watch, on: ON.parse().unwrap(), templates: &Templates::default() };
    assert!(check(b"{\"a\":", "x.json", &known).is_err());
}

#[test]
fn tables_are_held_against_the_records_cell_by_cell() {
    let research = sample(Lang::Ko);
    let persona = Some(persona(&research));
    for (table, who) in [
        (quotes::csv(&research, persona).unwrap(), true),
        (quotes::csv(&research, None).unwrap(), false),
        (matrix::presence(&Matrix::whole(&research, persona)).unwrap(), true),
    ] {
        let checked_now = checked(&table, &research, &[]);
        assert_eq!(
            (checked_now.form, checked_now.basis, checked_now.verdict.faults),
            (Form::Csv, Basis::Table, vec![])
        );
        assert_eq!(checked_now.persona.is_empty(), !who);
    }
    let table = quotes::csv(&research, persona).unwrap();
    let row = table.lines().find(|it| it.contains(".r1,1,0,")).unwrap();
    assert_eq!(kinds(&table.replacen(row, &format!("{row}."), 1), &research), [FaultKind::Quote]);
    assert_eq!(kinds(&table.replacen(".r1,0,0,", ".r1,1,0,", 1), &research), [FaultKind::NotVerbatim]);
    assert_eq!(kinds(&table.replacen(&format!("{row}\r\n"), "", 1), &research), [FaultKind::Missing]);
    let table = matrix::presence(&Matrix::whole(&research, persona)).unwrap();
    assert_eq!(kinds(&table.replacen(",1,", ",0,", 1), &research), [FaultKind::Number]);
}
