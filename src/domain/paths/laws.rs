//! What holds of any paths: nobody is lost on a loop, everybody who began has ended somewhere, and what flows into a
//! stage is what flows out of it.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::tests::Case;
use super::*;

/// An event as [`Case::person`] reads it.
fn line() -> impl Strategy<Value = String> {
    let act = proptest::sample::select(vec!["action", "decision", "interaction", "rep"]);
    (option::weighted(0.9, 0usize..6), act, option::weighted(0.8, (0u32..300, 0u32..40))).prop_map(
        |(stage, act, days)| {
            let stage = stage.map_or("-".to_owned(), |at| Stage::default_at(at).key().to_owned());
            let day = |n: u32| NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::Days::new(u64::from(n));
            let days = days.map(|(from, long)| format!("{} {}", day(from), day(from + long)));
            format!("{stage} {act} {}", days.unwrap_or_default()).trim().to_owned()
        },
    )
}

fn people() -> impl Strategy<Value = Vec<(Option<Outcome>, Vec<String>)>> {
    let outcome = option::weighted(0.8, proptest::sample::select(Outcome::ALL.to_vec()));
    vec((outcome, vec(line(), 0..9)), 0..9)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Shows D22.
    #[test]
    fn nobody_is_lost(people in people()) {
        let mut case = Case::new();
        for (outcome, path) in &people {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            case.person(*outcome, &path);
        }
        let paths = case.paths();
        let began: usize = paths.stages.iter().map(|it| it.began).sum();
        let ended = paths.ended();
        prop_assert_eq!(paths.people, people.len());
        prop_assert_eq!(ended.exits() + ended.won + ended.open + paths.without_path, paths.people);
        prop_assert_eq!(began + paths.without_path, paths.people);
        prop_assert_eq!(paths.outcomes.iter().map(|it| it.people).sum::<usize>(), paths.people);
        for (stage, time) in paths.stages.iter().zip(&paths.times) {
            let moves = |of: fn(&Transition) -> &Stage| -> usize {
                paths.transitions.iter().filter(|it| of(it) == &stage.stage).map(|it| it.moves).sum()
            };
            prop_assert_eq!(stage.visits, stage.began + moves(|it| &it.to), "what flows in");
            prop_assert_eq!(stage.visits, stage.ended.all() + moves(|it| &it.from), "what flows out");
            prop_assert!(stage.returned <= stage.people && stage.people + stage.returned <= stage.visits);
            prop_assert!(stage.people + stage.skipped <= paths.people);
            prop_assert_eq!(time.n + time.censored + time.unclear, stage.people);
            prop_assert_eq!(time.median.is_some(), time.n >= 5);
        }
        for it in &paths.transitions {
            prop_assert!(it.people >= 1 && it.people <= it.moves && it.from != it.to);
            prop_assert_eq!(it.moves, it.movers.len());
        }
        for (at, it) in paths.conversions.iter().enumerate() {
            prop_assert_eq!((it.whole, it.part <= it.whole), (paths.stages[at].people, true));
        }
        for visit in paths.routes.iter().flat_map(|route| &route.visits) {
            let stay = visit.stay;
            prop_assert!(stay.low.is_none_or(|low| low >= 0));
            prop_assert!(stay.days.is_none_or(|days| stay.low <= Some(days) && Some(days) <= stay.high));
        }
    }
}
