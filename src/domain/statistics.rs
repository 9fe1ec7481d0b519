//! What may be said of a count of few people: the interval of Wilson. Interview samples are chosen on purpose, so whoever
//! shows it says "if this were a random sample"; and below twenty people no percentage is printed beside it.

/// The normal quantile of 95 %.
const Z: f64 = 1.96;

/// The 95 % interval of Wilson for `said` of `asked` people, as shares from 0 to 1 (Wilson, J. Am. Stat. Assoc. 22,
/// 1927): centre `(p + z²/2n) / (1 + z²/n)`, half width `z sqrt(p(1-p)/n + z²/4n²) / (1 + z²/n)`. None of nobody, or of
/// more than all.
pub fn wilson(said: usize, asked: usize) -> Option<(f64, f64)> {
    if asked == 0 || said > asked {
        return None;
    }
    let (n, p) = (number(asked), number(said) / number(asked));
    let scale = 1.0 + Z * Z / n;
    let centre = (p + Z * Z / (2.0 * n)) / scale;
    let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
    Some(((centre - half).max(0.0), (centre + half).min(1.0)))
}

/// From how many people on a percentage may stand beside the counts.
pub const PERCENT_FROM: usize = 20;

/// A share in whole percent, halves rounded up; none below [`PERCENT_FROM`] people.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    (whole >= PERCENT_FROM).then(|| (part * 200 + whole) / (whole * 2))
}

/// The middle one of values in any order; of an even number the smaller of the two in the middle.
pub fn middle<T: Ord>(values: impl IntoIterator<Item = T>) -> Option<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    values.sort_unstable();
    let at = values.len().checked_sub(1)? / 2;
    values.into_iter().nth(at)
}

/// A count as a number.
fn number(count: usize) -> f64 {
    crate::insight::number::count(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In whole percent.
    fn percent(said: usize, asked: usize) -> Option<(i32, i32)> {
        wilson(said, asked).map(|(low, high)| ((low * 100.0).round() as i32, (high * 100.0).round() as i32))
    }

    #[test]
    fn the_interval_of_few_people_is_wide() {
        assert_eq!(percent(3, 5), Some((23, 88)));
        assert_eq!(percent(5, 8), Some((31, 86)));
        assert_eq!(percent(8, 8), Some((68, 100)));
        assert_eq!(percent(0, 8), Some((0, 32)));
        assert_eq!((wilson(0, 0), wilson(3, 2)), (None, None));
    }

    #[test]
    fn few_people_have_no_percentage() {
        let told = [(3, 7), (19, 19), (7, 20), (1, 40)].map(|(part, whole)| super::percent(part, whole));
        assert_eq!(told, [None, None, Some(35), Some(3)]);
        assert_eq!(
            (middle::<u8>([]), middle([3]), middle([2, 1]), middle([9, 1, 2])),
            (None, Some(3), Some(1), Some(2))
        );
    }
}
