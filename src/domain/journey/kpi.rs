//! How far a KPI has come: its last value, the one before, the share of its target. Nothing is drawn here; every form and
//! every screen tells the same values.

use super::facts::{Actual, Facts};

impl Facts {
    /// What a KPI was on the last day on which it was measured.
    pub fn last_actual(&self) -> Option<Actual> {
        self.by_day().last().copied()
    }

    /// What it was on the day before that.
    pub fn actual_before(&self) -> Option<Actual> {
        self.by_day().iter().rev().nth(1).copied()
    }

    /// How much of its target a KPI has reached, in whole percent; none without a target above nought or a value.
    pub fn reached(&self) -> Option<u32> {
        let (target, actual) = (self.target.filter(|target| *target > 0.0)?, self.last_actual()?);
        let share = (actual.value / target * 100.0).round();
        // A share outside of this range says nothing, and casting saturates.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped before")]
        let share = share.clamp(0.0, 1_000_000.0) as u32;
        Some(share)
    }

    fn by_day(&self) -> Vec<Actual> {
        let mut days = self.actuals.clone();
        days.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.value.total_cmp(&b.value)));
        days
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_kpi_tells_its_share_and_what_it_was_before() {
        let actual = |date: &str, value| Actual { date: date.parse().unwrap(), value };
        let actuals = vec![actual("2026-11-01", 14.0), actual("2026-09-01", 11.0), actual("2026-07-01", 18.0)];
        let facts = Facts { target: Some(20.0), actuals, ..Facts::default() };
        assert_eq!((facts.reached(), facts.last_actual().unwrap().value), (Some(70), 14.0));
        assert_eq!(facts.actual_before().unwrap().value, 11.0);
        assert_eq!(Facts { target: Some(0.0), ..facts.clone() }.reached(), None);
        assert_eq!(Facts { actuals: vec![], ..facts }.reached(), None);
    }
}
