//! The feasts that people date by. Seollal and Chuseok follow the moon (the first day of the first and the fifteenth
//! of the eighth lunar month, Korean time), so their days stand in a table; a test recomputes it from the new moons.

use chrono::{Datelike, NaiveDate, Weekday};

/// A feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// 1 January.
    NewYear,
    /// 설날.
    Seollal,
    /// 추석.
    Chuseok,
    /// The fourth Thursday of November.
    Thanksgiving,
    /// 25 December.
    Christmas,
}

/// The first year of the table.
const FIRST: i32 = 2010;
/// Seollal and Chuseok, year by year, as month and day.
const MOON: [[(u32, u32); 2]; 26] = [
    [(2, 14), (9, 22)],
    [(2, 3), (9, 12)],
    [(1, 23), (9, 30)],
    [(2, 10), (9, 19)],
    [(1, 31), (9, 8)],
    [(2, 19), (9, 27)],
    [(2, 8), (9, 15)],
    [(1, 28), (10, 4)],
    [(2, 16), (9, 24)],
    [(2, 5), (9, 13)],
    [(1, 25), (10, 1)],
    [(2, 12), (9, 21)],
    [(2, 1), (9, 10)],
    [(1, 22), (9, 29)],
    [(2, 10), (9, 17)],
    [(1, 29), (10, 6)],
    [(2, 17), (9, 25)],
    [(2, 7), (9, 15)],
    [(1, 27), (10, 3)],
    [(2, 13), (9, 22)],
    [(2, 3), (9, 12)],
    [(1, 23), (10, 1)],
    [(2, 11), (9, 19)],
    [(1, 31), (9, 8)],
    [(2, 19), (9, 27)],
    [(2, 8), (9, 16)],
];

impl Feast {
    /// Its day in a year; none for a feast of the moon outside the table.
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        let (month, day) = match self {
            Feast::NewYear => (1, 1),
            Feast::Christmas => (12, 25),
            Feast::Thanksgiving => {
                let first = NaiveDate::from_ymd_opt(year, 11, 1)?;
                return NaiveDate::from_weekday_of_month_opt(first.year(), 11, Weekday::Thu, 4);
            }
            Feast::Seollal | Feast::Chuseok => {
                let row = MOON.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)?;
                row[usize::from(self == Feast::Chuseok)]
            }
        };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The mean new moon of a lunation with its largest periodic terms (Meeus, Astronomical Algorithms, chapter 49),
    /// as a Korean calendar day. Good to a few minutes.
    fn new_moon(lunation: f64) -> NaiveDate {
        let t = lunation / 1236.85;
        let mean = 2_451_550.097_66 + 29.530_588_861 * lunation + 0.000_154_37 * t * t;
        let angle = |at: f64, by: f64| (at + by * lunation).to_radians();
        let (sun, moon) = (angle(2.5534, 29.105_356_70), angle(201.5643, 385.816_935_28));
        let (far, node) = (angle(160.7108, 390.670_502_84), angle(124.7746, -1.563_755_88));
        let e = 1.0 - 0.002_516 * t;
        let terms = [
            -0.4072 * moon.sin(),
            0.172_41 * e * sun.sin(),
            0.016_08 * (2.0 * moon).sin(),
            0.010_39 * (2.0 * far).sin(),
            0.007_39 * e * (moon - sun).sin(),
            -0.005_14 * e * (moon + sun).sin(),
            0.002_08 * e * e * (2.0 * sun).sin(),
            -0.001_11 * (moon - 2.0 * far).sin(),
            -0.000_57 * (moon + 2.0 * far).sin(),
            -0.000_17 * node.sin(),
        ];
        // Terrestrial time is about 70 s ahead of universal time; Korea is 9 h ahead of that.
        let korean = mean + terms.iter().sum::<f64>() - 70.0 / 86_400.0 + 9.0 / 24.0 + 0.5;
        let days = (korean.floor() - 2_451_545.0) as i64;
        NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Duration::days(days)
    }

    #[test]
    fn the_feasts_of_the_moon_fall_on_their_moons() {
        let moons: Vec<NaiveDate> = (115..460).map(|lunation| new_moon(f64::from(lunation))).collect();
        for year in FIRST..FIRST + 26 {
            let seollal = Feast::Seollal.day(year).unwrap();
            assert!(moons.contains(&seollal), "Seollal {year} is {seollal}");
            let first_of_eighth = Feast::Chuseok.day(year).unwrap() - chrono::Duration::days(14);
            assert!(moons.contains(&first_of_eighth), "Chuseok {year}: no new moon on {first_of_eighth}");
            let between = moons.iter().filter(|day| (seollal..first_of_eighth).contains(*day)).count();
            assert!((7..=8).contains(&between), "{year}: {between}");
        }
    }

    #[test]
    fn the_others_are_reckoned() {
        assert_eq!(Feast::Thanksgiving.day(2024), NaiveDate::from_ymd_opt(2024, 11, 28));
        assert_eq!(Feast::Christmas.day(2025), NaiveDate::from_ymd_opt(2025, 12, 25));
        assert_eq!(Feast::Chuseok.day(1999), None);
    }
}
