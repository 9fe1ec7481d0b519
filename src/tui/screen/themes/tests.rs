//! What the keys of the list of themes do to them.

use crate::domain::Theme;
use crate::tui::script::{Script, sample};

fn themes() -> Script {
    Script::on(sample()).sized(200, 40).keys("t")
}

fn named<'a>(script: &'a Script, name: &str) -> Option<&'a Theme> {
    script.model.world.research.themes().values().find(|it| it.name == name)
}

#[test]
fn a_theme_is_found_by_its_initials_and_the_letters_of_the_screen_act_again() {
    let script = themes().keys("/ㄱㄹㅍㅁㅁㄹ").shows("그래픽 메모리").hides("3년 총비용");
    let script = script.keys("<enter>ㄱ<c-u>메모리 용량<enter>");
    assert!(named(&script, "메모리 용량").is_some(), "r renames, also in Hangul mode");
    let script = script.keys("<esc>").shows("3년 총비용");
    script.keys("/zzz").hides("3년 총비용").keys("<esc>").shows("3년 총비용").keys("<esc>").shows("whybuy");
}

#[test]
fn several_are_chosen_and_merged_as_one_step() {
    let script = themes().keys("j j ");
    let (count, marks) = {
        let research = &script.model.world.research;
        (research.themes().len(), research.marks().len())
    };
    let mut script = script.shows("2 chosen").keys("m").shows("Merge").keys("합친 주제<enter>").hides("chosen");
    let research = &script.model.world.research;
    assert_eq!(research.themes().len(), count - 1);
    let doubles = marks - research.marks().len();
    let into = named(&script, "합친 주제").unwrap();
    assert!(!into.memo.is_empty());
    assert!(doubles < 3);
    let steps = script.take_effects().into_iter().filter(|it| matches!(it, crate::tui::effect::Effect::Save(..)));
    assert_eq!(steps.count(), 1);
}

#[test]
fn a_theme_goes_under_another_is_lifted_out_and_moved() {
    let script = themes().keys("jp학습<enter>");
    let nested = script.model.world.research.themes().values().filter(|it| it.parent.is_some()).count();
    assert_eq!(nested, 1);
    let script = script.shows("lift out").keys("p");
    assert!(script.model.world.research.themes().values().all(|it| it.parent.is_none()));
    let theme = script.model.world.research.themes().len();
    let script = script.keys("p그래픽<enter>").shows("same dimension").keys("3");
    assert_eq!(script.model.world.research.themes().len(), theme);
}

#[test]
fn a_theme_is_dropped_with_its_reason_and_taken_back() {
    let script = themes().keys("jx한 사람의 말이라서<enter>").shows("Dropped");
    assert_eq!(script.model.world.research.themes().values().filter(|it| it.dropped.is_some()).count(), 1);
    let script = script.keys("G").shows("한 사람의 말이라서 (HE, 11-23)").keys("x").hides("Dropped");
    assert!(script.model.world.research.themes().values().all(|it| it.dropped.is_none()));
    script.keys("ggje뜻을 적음<enter>").shows("뜻을 적음");
}

#[test]
fn lines_are_chosen_and_split_off_and_a_line_goes_to_the_next_column() {
    let script = themes().keys("j<enter>  s").shows("Split").keys("밤샘<enter>");
    let research = &script.model.world.research;
    let new = named(&script, "밤샘").unwrap().id;
    assert_eq!(research.marks_under(new).count(), 2);
    let script = script.keys("<esc>ga").shows("6 themes");
    let before = script.model.world.research.marks().clone();
    let script = script.keys("]");
    let moved = script.model.world.research.marks().values().filter(|it| !before.values().any(|was| was == *it));
    assert_eq!(moved.count(), 1);
    let script = script.keys("l[");
    assert_eq!(script.model.world.research.marks().len(), before.len());
}
