//! Sessions at the search: the three places that take the keys, in Hangul mode too, what is taken out of an answer,
//! and how it all looks.

use crate::domain::{Participant, Research, Stance};
use crate::library::{News, Request};
use crate::tui::effect::Effect;
use crate::tui::palette::{Colors, Look};
use crate::tui::script::{Script, sample, sample_en};
use crate::tui::tests::found;
use crate::words::Lang;

const SIZES: [(u16, u16); 4] = [(40, 20), (80, 24), (120, 40), (200, 60)];

fn searching(lang: Lang, word: &str) -> Script {
    let research = if lang == Lang::Ko { sample() } else { sample_en() };
    answered(Script::with(research, lang, Vec::new()).keys("/").keys(word))
}

/// The desk answers what was asked last.
fn answered(script: Script) -> Script {
    let research = script.model.world.research.clone();
    script.finds(|request: &Request| found(&research, request))
}

fn query(script: &Script) -> String {
    let asked = script.effects.iter().rev().find_map(|effect| match effect {
        Effect::Search(_, request) => Some(request.text.clone()),
        _ => None,
    });
    asked.unwrap()
}

fn gathered(script: &Script) -> Vec<String> {
    let world = &script.model.world;
    world.tray().iter().map(|it| world.research.code_of(&world.research.notes()[&it.note])).collect()
}

fn snap(name: &str, script: impl Fn(Lang) -> Script) {
    for lang in [Lang::Ko, Lang::En] {
        for (columns, rows) in SIZES {
            let script = script(lang).sized(columns, rows).saved();
            assert_eq!(script.faults(), Vec::<String>::new(), "{name} {columns}x{rows}");
            insta::assert_snapshot!(format!("{name}_{}_{columns}x{rows}", lang.name()), script.screen());
        }
    }
}

fn word(lang: Lang) -> &'static str {
    if lang == Lang::Ko { "견적" } else { "reminder" }
}

#[test]
fn the_search_as_it_looks() {
    snap("box", |lang| searching(lang, word(lang)));
    snap("list", |lang| searching(lang, word(lang)).keys("<down>j jj "));
    snap("facets", |lang| answered(searching(lang, word(lang)).keys("<tab><right> ")));
    snap("nothing", |lang| searching(lang, if lang == Lang::Ko { "견젹 결과:실주" } else { "zzz outcome:lost" }));
    snap("tray", |lang| searching(lang, word(lang)).keys("<down> j j t"));
    snap("matrix", |lang| searching(lang, word(lang)).keys("<down>m"));
    snap("over_capture", |lang| answered(searching(lang, "x").keys("<esc>n<enter><enter>5line<c-f>").keys(word(lang))));
    snap("walk", |lang| searching(lang, word(lang)).keys("<down><enter>nn"));
    let mut script = searching(Lang::En, "reminder");
    script.model.world.look = Look::new(Colors::Sixteen, true);
    let script = script.keys("<down> m");
    insta::assert_snapshot!("matrix_ascii", script.screen());
    let script = script.keys("<esc>");
    insta::assert_snapshot!("list_ascii", script.screen());
}

#[test]
fn the_box_is_text_and_the_list_acts_in_hangul_mode_too() {
    let script = searching(Lang::Ko, "견적").keys("njkymsc ").shows("찾기 ▸ 견적njkymsc");
    assert_eq!(query(&script), "견적njkymsc");
    // 2-beolsik: ㅓ is j, ㅅ is t; Space puts aside.
    let script = searching(Lang::Ko, "견적").keys("<down>ㅓ ㅓ ").shows("담은 줄 2");
    assert_eq!(gathered(&script).len(), 2);
    let script = script.keys("ㅅ").shows("반대 의견을 찾지 않음: c 로 찾기").keys("<esc>/");
    assert!(script.caret().is_some(), "the caret is in the box again");
    script.keys("서").shows("견적서");
}

#[test]
fn up_from_the_first_row_leads_to_the_box_and_enter_in_the_box_opens_the_first() {
    let script = searching(Lang::Ko, "견적").keys("<down><down><up>");
    assert!(script.caret().is_none());
    let script = script.keys("<up>");
    assert!(script.caret().is_some());
    script.keys("<enter>").shows("찾은 줄 1/").keys("<esc>").shows("찾기 ▸ 견적");
}

#[test]
fn a_facet_writes_its_filter_and_the_words_stay() {
    let script = searching(Lang::Ko, "견적").keys("<tab><right><right>");
    let footer = script.screen().lines().last().unwrap().to_owned();
    assert!(footer.contains("Space"), "{footer}");
    let lost = searching(Lang::Ko, "견적");
    let lines = lost.model.world.research.notes().values().filter(|note| note.text.contains("견적")).count();
    assert!(lines > 0);
    let mut script = lost.keys("<tab>");
    while !script.screen().lines().last().unwrap().is_empty() {
        script = script.keys(" ");
        if query(&script).contains("실주") {
            break;
        }
        script = answered(answered(script).keys(" ")).keys("<right>");
    }
    assert_eq!(query(&script), "견적 결과:실주");
    let script = answered(script).shows("✓실주").shows("수주");
    // Letters go on with the words, before the filter, and Hangul is no command.
    let script = script.keys("서");
    assert_eq!(query(&script), "견적서 결과:실주");
    let script = answered(script.keys("<backspace>")).keys("<tab>").shows("✓실주");
    assert!(script.caret().is_none());
    let script = script.keys("<esc>");
    assert!(script.caret().is_some());
}

#[test]
fn the_keys_of_the_dimensions_are_filters_in_the_language_of_the_screen() {
    let script = searching(Lang::Ko, "견적").keys("<f4>");
    assert_eq!(query(&script), "견적 차원:우려");
    let script = answered(script).shows("✓우려").keys("<f2>");
    assert_eq!(query(&script), "견적 차원:우려|기준");
    let script = script.keys("<f4>");
    assert_eq!(query(&script), "견적 차원:기준");
    assert_eq!(query(&script.keys("<f2>")), "견적");
    assert_eq!(query(&searching(Lang::En, "reminder").keys("<down><a-4>")), "reminder dimension:concern");
    let script = Script::with(sample(), Lang::Ko, Vec::new()).keys("/<f4>견적");
    assert_eq!(query(&script), "차원:우려 견적");
    assert_eq!(query(&searching(Lang::Ko, "concern:견적").keys("<f4>")), "견적");
}

#[test]
fn an_empty_answer_is_helped_by_enter_or_a_digit() {
    let script = searching(Lang::Ko, "견젹 결과:실주 차원:우려").shows("빼면 6줄").shows("비슷한 말");
    assert_eq!(query(&script.keys("<down>3")), "견젹 결과:실주");
    let script = searching(Lang::Ko, "견젹 결과:실주").keys("<down>2");
    assert_eq!(query(&script), "견젹");
    let script = answered(script).shows("비슷한 말").keys("<enter>");
    assert_eq!(query(&script), "견적");
    answered(script).shows("비교견적");
}

#[test]
fn a_name_leads_to_the_person_and_is_not_shown() {
    let research = sample();
    let person = research.participant_by_code("P09").unwrap().clone();
    let script = Script::with(research, Lang::Ko, Vec::new()).keys("/민수");
    let script = script.finds(|request| crate::library::Found {
        query: request.text.clone(),
        named: vec![crate::library::Named { study: person.study, participant: person.id, code: person.code.clone() }],
        nothing: Some(crate::library::Nothing { lines: 9_400, ..Default::default() }),
        ..Default::default()
    });
    let script = script.shows("9,400줄에서").shows("이름은 금고에만 있습니다: P09").keys("<enter>");
    script.shows(" P09").hides("민수");
}

#[test]
fn n_walks_along_the_hits_and_the_list_is_as_it_was_left() {
    let script = searching(Lang::Ko, "견적").keys("<down>jj");
    let before = script.screen();
    let script =
        script.keys("<enter>").shows("찾은 줄 3/").keys("ㅜn").shows("찾은 줄 5/").keys("N").shows("찾은 줄 4/");
    let script = script.keys("NNNN").shows("처음 찾은 줄입니다").keys("<esc>");
    assert_eq!(script.screen(), before);
}

#[test]
fn a_hit_of_another_study_is_loaded_and_the_way_goes_on() {
    let (research, other) = (sample(), sample_en());
    let script = Script::with(research.clone(), Lang::Ko, Vec::new()).keys("/e");
    let mut script = script.finds(|request| {
        let mut all = found(&research, &Request::of("견적", 9));
        all.hits.truncate(1);
        all.hits.extend(found(&other, &Request::of("reminder", 9)).hits.into_iter().take(1));
        crate::library::Found { query: request.text.clone(), ..all }
    });
    script.take_effects();
    let mut script = script.keys("<enter>").shows("찾은 줄 1/2").keys("n");
    let study = other.study().unwrap().id;
    assert_eq!(script.take_effects(), [Effect::Load(study)]);
    script.news(News::Loaded {
        research: Box::new(other),
        drafts: Vec::new(),
        names: Default::default(),
        ticket: script.model.world.saving.sent,
    });
    let script = script.shows("찾은 줄 2/2").shows("reminder").keys("<esc>").shows("찾기 ▸ e");
    let mut script = script.keys("<down> ");
    assert_eq!(gathered(&script).len(), 0, "a line of a study that is not open is not put aside");
    script.take_effects();
}

#[test]
fn the_tray_survives_the_screen_and_is_on_its_way_to_the_disk() {
    let mut script = searching(Lang::Ko, "견적");
    script.take_effects();
    let mut script = script.keys("<down> ");
    let drafts: Vec<Effect> = script.take_effects();
    assert!(matches!(&drafts[..], [Effect::Draft(draft, _)] if draft.slot == "tray"), "{drafts:?}");
    let code = gathered(&script);
    let script = answered(script.keys("<esc>/견적")).shows("담은 줄 1").keys("<down>t").shows(&code[0]);
    script.keys("x").shows("담은 줄이 없습니다");
}

#[test]
fn the_opposite_is_sought_and_what_is_found_by_it_is_labelled() {
    let mut research = sample();
    let note = research.notes().values().find(|it| it.text.contains("견적") && it.is_evidence()).unwrap().clone();
    for known in research.notes().values().filter(|it| it.text.contains("견적")).cloned().collect::<Vec<_>>() {
        let feeling = if known.id == note.id { Some(1) } else { Some(-1) };
        let dimension = crate::domain::Dimension::Concern;
        research.apply(crate::domain::Note { feeling, dimension, ..known }.into()).unwrap();
    }
    let script = answered(Script::with(research, Lang::Ko, Vec::new()).keys("/견적"));
    let script = script.keys("<down>jjj tㅊ");
    assert_eq!(query(&script), "견적 차원:우려 감정:+");
    let script = answered(script).keys(" t").shows("반대 ×").shows("반대 의견 1줄");
    script.keys("jx").shows("찾아 보았으나");
}

#[test]
fn a_citation_is_copied_with_its_counts_and_codes() {
    let mut script = searching(Lang::Ko, "견적").keys("<down> jj ");
    script.take_effects();
    let mut script = script.keys("ㅛ").shows("인용 2줄을 복사했습니다");
    let effects = script.take_effects();
    let [Effect::Copy(text)] = &effects[..] else { panic!("{effects:?}") };
    let rows: Vec<&str> = text.lines().collect();
    assert!(rows[0].starts_with("견적: ") && rows[0].contains("물은 "), "{text}");
    assert!(rows.len() == 3 && rows[1..].iter().all(|row| row.contains("[P") && row.ends_with(']')), "{text}");
    for code in gathered(&script) {
        assert!(text.contains(&code));
    }
    // Without a tray it is the line under the cursor.
    let mut script = searching(Lang::Ko, "견적").keys("<down>");
    script.take_effects();
    assert!(matches!(&script.keys("y").take_effects()[..], [Effect::Copy(text)] if text.lines().count() == 2));
}

#[test]
fn what_nobody_agreed_to_is_not_copied_and_that_is_said() {
    let mut research = sample();
    let people: Vec<Participant> = research.participants().values().cloned().collect();
    for mut person in people {
        person.consent.participate = false;
        research.apply(person.into()).unwrap();
    }
    let mut script = answered(Script::with(research, Lang::Ko, Vec::new()).keys("/견적")).keys("<down>");
    script.take_effects();
    let mut script = script.keys("y").shows("참여 동의가 없어");
    assert!(script.take_effects().is_empty());
}

#[test]
fn a_matrix_is_written_as_a_table() {
    let mut script = searching(Lang::Ko, "견적").keys("<down>m");
    script.take_effects();
    let mut script = script.shows("물었으나 말하지 않음").keys("ㄷ").shows("/library/matrix.csv").keys("<enter>");
    let effects = script.take_effects();
    let [Effect::Write(file, text)] = &effects[..] else { panic!("{effects:?}") };
    assert!(file.ends_with("matrix.csv") && text.starts_with("\u{FEFF}참여자,역할,"), "{text}");
    script.keys("/").shows("찾기 ▸ 견적");
}

fn saved_searches(script: &Script) -> Vec<crate::domain::SavedSearch> {
    script.model.world.research.saved_searches().values().cloned().collect()
}

#[test]
fn a_saved_search_tells_of_new_people_on_home_until_somebody_looks() {
    let script = searching(Lang::Ko, "견적").keys("<down>ㄴ").shows("이 찾기를").keys("<enter>").shows("저장했습니다");
    let saved = saved_searches(&script);
    assert_eq!((saved.len(), saved[0].name.as_str(), saved[0].query.as_str()), (1, "견적", "견적"));
    assert!(!saved[0].seen.is_empty());
    let mut script = script.keys("<esc>").shows("저장된 찾기 '견적'").hides("+1명");
    script.take_effects();
    let mut script = script.later(8);
    assert_eq!(script.take_effects(), [Effect::Watch(vec![(saved[0].id, "견적".to_owned())])]);
    assert!(script.take_effects().is_empty());
    let new = script.model.world.research.participants().keys().find(|id| !saved[0].seen.contains(id)).copied();
    let mut people: std::collections::BTreeSet<_> = saved[0].seen.iter().copied().collect();
    people.extend(new);
    script.news(News::Watched { search: saved[0].id, people: people.clone() });
    let script = to_saved(script.shows("저장된 찾기 '견적' +1명"));
    let research = script.model.world.research.clone();
    let script = script
        .finds(|request| crate::library::Found { who: people.iter().copied().collect(), ..found(&research, request) });
    assert_eq!(saved_searches(&script)[0].seen, people.into_iter().collect::<Vec<_>>());
    script.shows("찾기 ▸ 견적").keys("<esc>").hides("+1명");
}

/// Goes down home until the saved search is opened.
fn to_saved(script: Script) -> Script {
    let mut script = script.keys("<home>");
    for _ in 0..60 {
        let here = crate::tui::view::sight(&script.model).entries.here;
        let rows = crate::tui::view::sight(&script.model).entries.rows;
        let row = rows.iter().find(|(_, entry)| Some(*entry) == here).map(|(row, _)| usize::from(*row));
        let is_here = row.is_some_and(|row| script.screen().lines().nth(row).unwrap().contains("저장된 찾기"));
        if is_here {
            return script.keys("<enter>");
        }
        script = script.keys("j");
    }
    panic!("no saved search on home:\n{}", script.screen());
}

#[test]
fn a_saved_search_is_listed_in_the_empty_box_and_dropped_for_good_only_on_purpose() {
    let script = searching(Lang::Ko, "견적").keys("<down>s<c-u>비교견적<enter>").keys("/<c-u>");
    let script = script.shows("저장된 찾기").shows("비교견적").keys("<enter>");
    assert_eq!(query(&script), "견적");
    let mut script = answered(script).keys("<c-u><down>");
    script.take_effects();
    let mut script = script.keys("d").hides("비교견적  ").shows("뺌");
    assert!(matches!(&script.take_effects()[..], [Effect::Save(step, _), ..] if step.name == "drop-search"));
    assert!(saved_searches(&script).is_empty());
}

#[test]
fn the_palette_names_what_the_list_can_do_while_one_types() {
    let script = searching(Lang::Ko, "견적").sized(120, 40).keys("<c-p>");
    let script = script.shows("Down y").shows("인용 복사").shows("Down m").shows("Down s");
    let mut script = script.keys("인용<enter>");
    assert!(matches!(script.take_effects().last(), Some(Effect::Copy(_))));
}

#[test]
fn what_speaks_against_a_theme_is_marked_where_it_is_found() {
    let research: Research = sample();
    let against = research.marks().values().find(|mark| mark.stance == Stance::Contradicts).unwrap();
    let text = research.notes()[&against.note].text.clone();
    let script = Script::with(research, Lang::Ko, Vec::new()).keys("/").keys(&text);
    answered(script).shows("반대 ×");
}

#[test]
fn synonyms_are_told_and_can_be_done_without() {
    let script = Script::with(sample(), Lang::Ko, Vec::new()).keys("/견적");
    let research = sample();
    let with = |request: &Request| {
        let expanded =
            crate::library::Expanded { means: "synonym", typed: "견적".to_owned(), sought: "비교표".to_owned() };
        let expanded = if request.literal { Vec::new() } else { vec![expanded] };
        crate::library::Found { expanded, ..found(&research, request) }
    };
    let script = script.finds(with).shows("펼침  견적≈비교표 (팀 동의어)  끄기 ^E").keys("<c-e>");
    let asked = script.effects.iter().rev().find_map(|effect| match effect {
        Effect::Search(_, request) => Some(request.literal),
        _ => None,
    });
    assert_eq!(asked, Some(true));
    let script = script.finds(with).shows("동의어 없이 찾음  켜기 ^E").hides("비교표 (팀").keys("<c-e>");
    script.finds(with).shows("견적≈비교표");
}

/// What came of a key: the screen, and what is sent.
fn pressed(script: Script, chord: crate::tui::keymap::Chord) -> (String, Vec<Effect>) {
    use crossterm::event::{KeyEvent, KeyModifiers};
    let mut script = script;
    script.take_effects();
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::CONTROL, chord.ctrl);
    modifiers.set(KeyModifiers::ALT, chord.alt);
    script.happen(crate::tui::event::Event::Key(KeyEvent::new(chord.code, modifiers)));
    (format!("{}{:?}", script.screen(), script.caret()), script.take_effects())
}

#[test]
fn every_hint_of_the_search_does_something() {
    for keys in ["", "<down>", "<down>j j ", "<tab>", "<down> t", "<down>m", "<down><enter>"] {
        for (columns, rows) in [(80, 24), (200, 60)] {
            let fresh = || searching(Lang::Ko, "견적").keys(keys).sized(columns, rows).saved();
            let script = fresh();
            let before = format!("{}{:?}", script.screen(), script.caret());
            let pane = script.model.panes.last().unwrap();
            let hints = crate::tui::widget::frame::hints(&script.model.world, pane.as_ref(), usize::from(columns));
            assert!(hints.len() > 2, "{keys} {columns}x{rows}");
            for hint in hints {
                let (after, effects) = pressed(fresh(), hint.chord);
                assert!(
                    after != before || !effects.is_empty(),
                    "{keys} {columns}x{rows}: {} {}",
                    hint.chord,
                    hint.label
                );
            }
        }
    }
}

#[test]
fn a_click_leads_from_the_box_into_the_list() {
    use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
    let mut script = searching(Lang::Ko, "견적");
    let kind = MouseEventKind::Down(MouseButton::Left);
    let event = MouseEvent { kind, column: 40, row: 8, modifiers: KeyModifiers::NONE };
    script.happen(crate::tui::event::Event::Mouse(event));
    assert_eq!(crate::tui::view::sight(&script.model).entries.here, Some(4));
}

#[test]
fn what_changes_meanwhile_is_asked_for_again_and_who_withdrew_is_gone_at_once() {
    let mut script = searching(Lang::Ko, "견적").later(1).saved();
    script.take_effects();
    let mut script = script.later(4);
    assert!(script.take_effects().is_empty(), "nothing has changed");
    let research = script.model.world.research.clone();
    let mut person = research.participant_by_code("P05").unwrap().clone();
    person.consent.withdrawn = Some(script.model.world.now);
    let script_screen = script.screen();
    assert!(script_screen.contains("P05") && script_screen.contains("유효기간"));
    script.news(News::Arrived(vec![person.into()]));
    let mut script = script.hides("P05").hides("유효기간").later(1);
    let asked = script.take_effects();
    assert!(asked.iter().any(|it| matches!(it, Effect::Search(_, request) if request.text == "견적")), "{asked:?}");
}

#[test]
fn a_name_goes_into_no_saved_search_and_into_no_citation() {
    let research = sample();
    let person = research.participant_by_code("P09").unwrap().clone();
    let script = Script::with(research.clone(), Lang::Ko, Vec::new()).keys("/견적");
    let named = crate::library::Named { study: person.study, participant: person.id, code: person.code };
    let script = script.finds(|request| crate::library::Found { named: vec![named], ..found(&research, request) });
    let mut script = script.shows("이름은 금고에만 있습니다 P09").keys("<down>s").shows("저장하지 않습니다");
    assert!(saved_searches(&script).is_empty());
    script.take_effects();
    let effects = script.keys("y").take_effects();
    assert!(matches!(&effects[..], [Effect::Copy(text)] if text.starts_with("P09: ")), "{effects:?}");
}

#[test]
fn what_comes_in_above_does_not_move_home_under_the_cursor() {
    let mut script = searching(Lang::Ko, "견적").keys("<down>s<enter><esc>jjj").saved();
    let row = |script: &Script| {
        let sight = crate::tui::view::sight(&script.model);
        let (y, _) = *sight.entries.rows.iter().find(|(_, entry)| Some(*entry) == sight.entries.here).unwrap();
        script.screen().lines().nth(usize::from(y)).unwrap().chars().skip(11).collect::<String>()
    };
    let before = row(&script);
    let search = saved_searches(&script)[0].id;
    let people = script.model.world.research.participants().keys().copied().collect();
    script.news(News::Watched { search, people });
    assert_eq!(row(&script.shows("저장된 찾기 '견적' +")), before);
}

mod any_keys {
    use proptest::prelude::*;

    use super::*;

    fn key() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "<tab>",
            "<tab>",
            "<left>",
            "<right>",
            "<up>",
            "<down>",
            "<down>",
            "<enter>",
            "<esc>",
            " ",
            " ",
            "<f4>",
            "<f2>",
            "<c-e>",
            "<c-u>",
            "<c-p>",
            "<c-z>",
            "견적",
            "ㅜ",
            "ㅠ",
            "m",
            "t",
            "c",
            "y",
            "s",
            "n",
            "N",
            "x",
            "d",
            "1",
            "/",
            "?",
            "G",
            "g",
            "<pgdn>",
            "<pgup>",
            "<home>",
            "<end>",
            "<left>",
            "<backspace>",
            "\"",
            "-",
            ":",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

        #[test]
        fn break_nothing(keys in prop::collection::vec(key(), 1..50), size in 0usize..4) {
            let (columns, rows) = [(80, 24), (40, 20), (160, 40), (7, 4)][size];
            let mut script = searching(Lang::Ko, "견적").sized(columns, rows);
            let research = script.model.world.research.clone();
            for key in keys {
                script.take_effects();
                script = script.keys(key);
                let asked = script.effects.iter().any(|effect| matches!(effect, Effect::Search(..)));
                if asked {
                    script = script.finds(|request| found(&research, request));
                }
                let faults = script.faults();
                prop_assert!(faults.is_empty(), "{:?}", faults);
                prop_assert!(!script.model.panes.is_empty());
            }
        }
    }
}
