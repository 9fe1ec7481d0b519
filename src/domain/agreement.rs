//! How well coders agree, beyond chance: Cohen's kappa of two, Krippendorff's alpha of any number with gaps, both nominal.
//! Where a line may carry several codes, it is told for each code (present or absent): one average hides the bad code.
//! What counts as good is the reader's; the usual reading is 0.8 and more reliable, from 0.667 tentative.

use std::collections::BTreeMap;

use crate::insight::number::count;

/// Cohen's kappa of two coders who coded the same units, `(p_o - p_e) / (1 - p_e)` (Cohen, Educ. Psychol. Meas. 20,
/// 1960). None without units, with lists of different lengths, or where both only ever used one and the same code:
/// then nothing can be told from chance.
pub fn kappa<T: Ord>(one: &[T], other: &[T]) -> Option<f64> {
    if one.is_empty() || one.len() != other.len() {
        return None;
    }
    let all = count(one.len());
    let mut used: BTreeMap<&T, (usize, usize)> = BTreeMap::new();
    one.iter().for_each(|code| used.entry(code).or_default().0 += 1);
    other.iter().for_each(|code| used.entry(code).or_default().1 += 1);
    let same = one.iter().zip(other).filter(|(a, b)| a == b).count();
    let observed = count(same) / all;
    let expected: f64 = used.values().map(|(a, b)| count(*a) * count(*b) / (all * all)).sum();
    (used.len() > 1).then(|| (observed - expected) / (1.0 - expected))
}

/// Krippendorff's alpha for nominal codes (Hayes and Krippendorff, Commun. Methods Meas. 1, 2007): each unit with the
/// codes that its coders gave it, none where a coder passed over it. A unit that fewer than two coded tells nothing.
/// None where nothing can be compared, or where only one code was ever used.
pub fn alpha<T: Ord>(units: &[Vec<Option<T>>]) -> Option<f64> {
    let mut totals: BTreeMap<&T, usize> = BTreeMap::new();
    let (mut coded, mut disagreed) = (0, 0.0);
    for unit in units {
        let codes: Vec<&T> = unit.iter().flatten().collect();
        if codes.len() < 2 {
            continue;
        }
        coded += codes.len();
        codes.iter().for_each(|code| *totals.entry(code).or_default() += 1);
        // Each pair of coders is counted once from either side.
        let pairs = (0..codes.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let unlike = pairs.filter(|(a, b)| codes[*a] != codes[*b]).count();
        disagreed += count(unlike) / count(codes.len() - 1);
    }
    let sizes: Vec<f64> = totals.into_values().map(count).collect();
    let by_chance: f64 = (0..sizes.len()).map(|a| sizes[..a].iter().sum::<f64>() * sizes[a]).sum();
    (by_chance > 0.0).then(|| 1.0 - (count(coded) - 1.0) * disagreed / by_chance)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn perfect_chance_and_contrary_coding() {
        let (yes, no) = (["a", "b", "a", "b"], ["b", "a", "b", "a"]);
        assert_eq!(kappa(&yes, &yes), Some(1.0));
        assert_eq!(kappa(&yes, &no), Some(-1.0));
        assert_eq!(kappa(&yes, &["a", "a", "b", "b"]), Some(0.0));
        assert_eq!(kappa(&["a", "a"], &["a", "a"]), None, "one code alone tells nothing");
        assert_eq!((kappa::<u8>(&[], &[]), kappa(&yes, &yes[..2])), (None, None));
    }

    /// Four coders, twelve units, nine codes left out (Krippendorff, "Computing Krippendorff's Alpha-Reliability",
    /// 2011, part C): nominal alpha .743.
    #[test]
    fn more_coders_and_missing_values() {
        let coders = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        let units: Vec<Vec<Option<u8>>> =
            (0..12).map(|unit| coders.iter().map(|coder| Some(coder[unit]).filter(|it| *it > 0)).collect()).collect();
        assert!((alpha(&units).unwrap() - 0.743).abs() < 0.0005, "{:?}", alpha(&units));
    }

    #[test]
    fn alpha_of_nothing_is_none() {
        assert_eq!(alpha::<u8>(&[]), None);
        assert_eq!(alpha(&[vec![Some(1), None], vec![None, None]]), None);
        assert_eq!(alpha(&[vec![Some(1), Some(1)]]), None);
        assert_eq!(alpha(&[vec![Some(1), Some(1)], vec![Some(2), Some(2)]]), Some(1.0));
    }
}
