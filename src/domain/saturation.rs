//! Saturation: what each further interview added, and whether the stop rule is met. The rule is that of Guest, Namey and
//! Chen (PLoS ONE 15(5), 2020, e0232076); its three numbers are settings and are told with each verdict. A rule that is
//! met says nothing more than that: nobody is ever told that something is saturated.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::dimension::Dimension;
use super::id::Id;
use super::named::named;
use super::people::Participant;
use super::research::Research;
use super::settings::StopRule;

/// How many orders the band is drawn from.
const ORDERS: usize = 200;

/// The curve of new themes for all dimensions together or for one, and what the stop rule says of it. An interview that
/// never came to a dimension is not counted as one that brought nothing new to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saturation {
    /// The dimension; none for all together.
    pub dimension: Option<Dimension>,
    /// What each interview added, in date order.
    pub curve: Vec<Increment>,
    /// Where the curve lies when the same interviews come in other orders, for each number of interviews.
    pub band: Vec<Band>,
    /// What the stop rule says.
    pub verdict: Verdict,
    /// In how many interviews a theme was heard, summed over the themes.
    pub hearings: usize,
    /// How many themes were heard in one interview only. The share of `hearings` that they are estimates how much of the
    /// next interview would be new (Good and Turing: the coverage is 1 - once/hearings).
    pub heard_once: usize,
    /// How many themes were heard in exactly two interviews.
    pub heard_twice: usize,
}

/// What one more interview added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Increment {
    /// The participant's code.
    pub participant: String,
    /// The interview's date.
    pub date: NaiveDate,
    /// Themes first heard in this interview.
    pub new_themes: usize,
    /// Themes heard up to and with this interview.
    pub themes: usize,
}

/// How many themes were heard after so many interviews, over [`ORDERS`] orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// The fifth percentile.
    pub low: usize,
    /// The mean, in tenths of a theme.
    pub mean_tenths: usize,
    /// The ninety-fifth percentile.
    pub high: usize,
}

named! {
    /// What the stop rule says.
    Finding ("finding") {
        /// There are fewer interviews than the base and one run need.
        TooFew = "too_few",
        /// No run added as little as the threshold asks.
        NotMet = "not_met",
        /// A run added no more than the threshold allows.
        Met = "met",
    }
}

/// The stop rule with its settings, and what it says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Base, run and threshold.
    pub rule: StopRule,
    /// What it says.
    pub finding: Finding,
    /// After how many interviews it was first met.
    pub met_after: Option<usize>,
    /// Themes of the first `base` interviews.
    pub base_themes: usize,
    /// New themes in the last `run` interviews.
    pub last_run: usize,
    /// New themes that came after the run with which it was met.
    pub new_since: usize,
}

/// The saturation of these people's interviews: all dimensions together, then each of the five.
pub fn of(research: &Research, people: &[&Participant]) -> Vec<Saturation> {
    let rule = research.study().map_or_else(StopRule::default, |study| study.settings.stop);
    let heard = heard(research, people);
    let subjects = std::iter::once(None).chain(Dimension::FIVE.into_iter().map(Some));
    subjects.map(|dimension| subject(research, &heard, dimension, rule)).collect()
}

/// One interview with the themes that were heard in it.
struct Heard<'r> {
    code: &'r str,
    date: NaiveDate,
    /// The dimensions that it came to: of the others its silence says nothing.
    touched: BTreeSet<Dimension>,
    themes: BTreeSet<Id>,
}

/// The interviews that have begun, by date, code and id, with their themes; a theme that was dropped is none.
fn heard<'r>(research: &'r Research, people: &[&'r Participant]) -> Vec<Heard<'r>> {
    let mut interviews: Vec<_> = people
        .iter()
        .flat_map(|person| research.interviews_of(person.id).into_iter().map(move |it| (it.date, &person.code, it.id)))
        .filter(|(_, _, interview)| research.has_begun(*interview))
        .collect();
    interviews.sort();
    let is_kept = |theme: &Id| research.themes().get(theme).is_some_and(|theme| theme.dropped.is_none());
    let themes = |interview: Id| {
        let notes = research.notes_of(interview).filter(|note| note.is_evidence());
        notes.flat_map(|note| research.marks_of(note.id)).map(|mark| mark.theme).filter(is_kept).collect()
    };
    let touched = |interview: Id| Dimension::FIVE.into_iter().filter(|it| research.touched(interview, *it)).collect();
    interviews
        .into_iter()
        .map(|(date, code, it)| Heard { code, date, touched: touched(it), themes: themes(it) })
        .collect()
}

fn subject(research: &Research, heard: &[Heard], dimension: Option<Dimension>, rule: StopRule) -> Saturation {
    let is_of = |theme: &Id| {
        dimension.is_none_or(|wanted| research.themes().get(theme).is_some_and(|theme| theme.dimension == wanted))
    };
    let heard: Vec<&Heard> =
        heard.iter().filter(|it| dimension.is_none_or(|wanted| it.touched.contains(&wanted))).collect();
    let sets: Vec<BTreeSet<Id>> = heard.iter().map(|it| it.themes.iter().copied().filter(is_of).collect()).collect();
    let numbers = numbered(&sets);
    let counts = new_in_order(&numbers, &(0..sets.len()).collect::<Vec<_>>());
    let mut themes = 0;
    let curve = heard.iter().zip(&counts).map(|(it, new_themes)| {
        themes += new_themes;
        Increment { participant: it.code.to_owned(), date: it.date, new_themes: *new_themes, themes }
    });
    let mut heard_in = vec![0; numbers.1];
    numbers.0.iter().flatten().for_each(|theme| heard_in[*theme] += 1);
    let often = |times: usize| heard_in.iter().filter(|it| **it == times).count();
    Saturation {
        dimension,
        curve: curve.collect(),
        band: band(&numbers),
        verdict: verdict(&counts, rule),
        hearings: sets.iter().map(BTreeSet::len).sum(),
        heard_once: often(1),
        heard_twice: often(2),
    }
}

/// The themes of each interview as numbers from 0, and how many themes there are: an order is tried two hundred times.
fn numbered(sets: &[BTreeSet<Id>]) -> (Vec<Vec<usize>>, usize) {
    let all: BTreeSet<Id> = sets.iter().flatten().copied().collect();
    let numbers: BTreeMap<Id, usize> = all.into_iter().zip(0..).collect();
    (
        sets.iter().map(|set| set.iter().filter_map(|theme| numbers.get(theme).copied()).collect()).collect(),
        numbers.len(),
    )
}

/// How many themes each interview adds when they come in this order.
fn new_in_order((sets, themes): &(Vec<Vec<usize>>, usize), order: &[usize]) -> Vec<usize> {
    let mut known = vec![false; *themes];
    let mut added = |at: &usize| sets[*at].iter().filter(|theme| !std::mem::replace(&mut known[**theme], true)).count();
    order.iter().map(&mut added).collect()
}

/// The stop rule over the numbers of new themes in date order: the first n from the base on for which the next `run`
/// interviews bring at most `threshold` percent of the base's themes.
pub fn verdict(new: &[usize], rule: StopRule) -> Verdict {
    let (base, run) = (usize::from(rule.base), usize::from(rule.run));
    let base_themes: usize = new.iter().take(base).sum();
    let in_run = |after: usize| new[after..after + run].iter().sum::<usize>();
    let last = new.len().checked_sub(run);
    let may_ask = last.is_some_and(|last| last >= base && base_themes > 0);
    let is_met = |after: &usize| in_run(*after) * 100 <= usize::from(rule.threshold) * base_themes;
    let met_after = last.filter(|_| may_ask).and_then(|last| (base..=last).find(is_met));
    Verdict {
        rule,
        finding: match met_after {
            Some(_) => Finding::Met,
            None if may_ask => Finding::NotMet,
            None => Finding::TooFew,
        },
        met_after,
        base_themes,
        last_run: new.iter().rev().take(run).sum(),
        new_since: met_after.map_or(0, |after| new[after + run..].iter().sum()),
    }
}

/// The band over seeded orders: the same interviews always give the same band.
fn band(numbers: &(Vec<Vec<usize>>, usize)) -> Vec<Band> {
    let interviews = numbers.0.len();
    let mut dice = Dice(0x5EED_0F0D_DE55);
    let mut order: Vec<usize> = (0..interviews).collect();
    let mut reached: Vec<Vec<usize>> = vec![Vec::with_capacity(ORDERS); interviews];
    for _ in 0..ORDERS {
        dice.shuffle(&mut order);
        let mut themes = 0;
        for (at, new) in new_in_order(numbers, &order).into_iter().enumerate() {
            themes += new;
            reached[at].push(themes);
        }
    }
    reached
        .into_iter()
        .map(|mut counts| {
            counts.sort_unstable();
            let mean_tenths = (counts.iter().sum::<usize>() * 10 + ORDERS / 2) / ORDERS;
            Band { low: counts[ORDERS / 20], mean_tenths, high: counts[ORDERS - 1 - ORDERS / 20] }
        })
        .collect()
}

/// The generator SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// The shuffle of Fisher and Yates.
    fn shuffle(&mut self, order: &mut [usize]) {
        for last in (1..order.len()).rev() {
            let bound = u64::try_from(last + 1).unwrap_or(1);
            order.swap(last, usize::try_from(self.next() % bound).unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// New codes per interview of a real study (`numbers/novelqualcodes_insects`, `spec/synthesis.md` B.6).
    const INSECTS: [usize; 15] = [5, 4, 3, 1, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0];

    #[test]
    fn the_stop_rule_gives_the_values_of_a_real_study() {
        for base in [4, 5, 6] {
            for threshold in [0, 5] {
                let verdict = verdict(&INSECTS, StopRule { base, run: 2, threshold });
                assert_eq!((verdict.met_after, verdict.finding), (Some(8), Finding::Met), "base {base}, {threshold} %");
                assert_eq!(verdict.new_since, 2, "two more codes come after it was met");
                let never = super::verdict(&INSECTS, StopRule { base, run: 3, threshold });
                assert_eq!((never.met_after, never.finding), (None, Finding::NotMet), "a run of three, base {base}");
            }
        }
    }

    #[test]
    fn too_few_interviews_or_no_theme_is_no_verdict() {
        let rule = StopRule::default();
        assert_eq!(verdict(&[3, 1, 0, 0, 0], rule).finding, Finding::TooFew);
        assert_eq!(verdict(&[0; 9], rule).finding, Finding::TooFew);
        assert_eq!(verdict(&[], rule).finding, Finding::TooFew);
        assert_eq!(verdict(&[3, 1, 0, 0, 0, 0], rule).met_after, Some(4));
    }

    #[test]
    fn the_band_ends_where_the_curve_ends_and_is_the_same_each_time() {
        let sets: Vec<BTreeSet<Id>> = [&[1_u128, 2][..], &[2, 3], &[], &[4]]
            .iter()
            .map(|ids| ids.iter().map(|id| Id::from_u128(*id)).collect())
            .collect();
        let numbers = numbered(&sets);
        let drawn = band(&numbers);
        assert_eq!(drawn, band(&numbers));
        assert_eq!(drawn.last(), Some(&Band { low: 4, mean_tenths: 40, high: 4 }));
        assert!(drawn.windows(2).all(|pair| pair[0].mean_tenths <= pair[1].mean_tenths));
        assert_eq!((drawn[0].low, drawn[0].high), (0, 2));
    }
}
