//! What the keys of the proposals do; they are computed at once here, and by a thread of the driver otherwise.

use crate::domain::{Kind, Mark, Record, Research};
use crate::tui::script::{Script, sample};

/// The sample without any mark of the first dimension: there is something to propose.
fn bare() -> Research {
    let sample = sample();
    let keep = |record: &Record| match record {
        Record::Mark(mark) => {
            let theme = &sample.themes()[&mark.theme];
            theme.dimension != crate::domain::Dimension::Trigger
        }
        _ => record.key().kind != Kind::SavedSearch,
    };
    Research::of(sample.records().filter(keep)).unwrap()
}

fn candidates() -> Script {
    Script::on(bare()).sized(100, 40).keys("tc")
}

fn marks(script: &Script) -> usize {
    script.model.world.research.marks().len()
}

#[test]
fn a_candidate_is_accepted_renamed_or_dropped_and_nothing_by_itself() {
    let script = candidates().shows("Candidates");
    let (before, themes) = (marks(&script), script.model.world.research.themes().len());
    let script = script.keys("r<c-u>학습 시간<enter>");
    assert!(marks(&script) > before);
    assert!(script.model.world.research.themes().values().any(|it| it.name == "학습 시간"));
    assert_eq!(script.model.world.research.themes().len(), themes + 1);
    let script = candidates().keys("x이 말은 주제가 아님<enter>");
    let dropped: Vec<_> = script.model.world.research.themes().values().filter(|it| it.dropped.is_some()).collect();
    assert_eq!(dropped.len(), 1);
    assert!(marks(&script) > before, "its lines are not proposed again");
}

#[test]
fn more_or_fewer_themes_are_kept_with_the_study() {
    let script = candidates();
    let cuts = |script: &Script| script.model.world.study().unwrap().settings.cuts.clone();
    assert!(cuts(&script).is_empty());
    let script = script.keys("++");
    let more = cuts(&script)[0].themes;
    let script = script.keys("-");
    assert_eq!(cuts(&script)[0].themes, more - 1);
    let script = script.keys("p").keys("+");
    assert_eq!(cuts(&script).len(), 2, "each persona has its own");
}

#[test]
fn a_contradiction_is_judged_by_a_person_only() {
    let script = candidates();
    let judged = |script: &Script| script.model.world.research.marks().values().filter(|it: &&Mark| it.judged).count();
    let mut script = script;
    for dimension in ["1", "2", "3", "4", "5"] {
        script = script.keys(dimension).keys("G");
        for _ in 0..40 {
            if !script.screen().contains("y contradicts") {
                script = script.keys("k");
            }
        }
        if script.screen().contains("y contradicts") {
            assert_eq!(judged(&script), 0);
            script = script.keys("n");
            assert_eq!(judged(&script), 1);
            return;
        }
    }
}
