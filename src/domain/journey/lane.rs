//! Lanes: the rows of a map. Fourteen have names that everybody knows; a team adds its own, which are numbered and named
//! in the journey that has them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::named::NotAName;

macro_rules! lanes {
    ($($(#[$doc:meta])* $Arm:ident = $name:literal),+ $(,)?) => {
        /// A row of a map (`spec/requirements.md` A17 to A23, B15 to B22); the buyer type is its header.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub enum Lane {
            $($(#[$doc])* $Arm,)+
            /// One of the team's own, by its number from 1; its name stands in the journey.
            Own(u8),
        }

        impl Lane {
            /// Those that everybody knows, in the order of the default template.
            pub const ALL: &'static [Lane] = &[$(Lane::$Arm),+];
            /// Their names, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($name),+];
        }

        impl fmt::Display for Lane {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Lane::$Arm => f.write_str($name),)+
                    Lane::Own(number) => write!(f, "{OWN}{number}"),
                }
            }
        }

        impl FromStr for Lane {
            type Err = NotAName;

            fn from_str(text: &str) -> Result<Lane, NotAName> {
                let own = || text.strip_prefix(OWN)?.parse().ok().filter(|number| *number > 0).map(Lane::Own);
                match text {
                    $($name => Ok(Lane::$Arm),)+
                    _ => own().ok_or(NotAName { list: "lane", names: Lane::NAMES }),
                }
            }
        }
    };
}

/// What the key of an own lane begins with, before its number.
const OWN: &str = "own_";

lanes! {
    /// What happens inside the buyer's firm.
    InternalEvent = "internal_event",
    /// How the buyer feels.
    Feeling = "feeling",
    /// Where we can be met.
    Touchpoint = "touchpoint",
    /// What the buyer expects.
    Expectation = "expectation",
    /// Our message and the experience that carries it.
    Message = "message",
    /// What moves the buyer on, and where to.
    NextStage = "next_stage",
    /// What the stage is checked by.
    Kpi = "kpi",
    /// What the buyer does.
    Action = "action",
    /// What goes wrong for the buyer.
    Pain = "pain",
    /// What decides whether the buyer goes on: every entry of the stage that is flagged as a moment of truth.
    Moment = "moment",
    /// What stands in the way.
    Barrier = "barrier",
    /// What we have for this stage, and what we need.
    Resource = "resource",
    /// Who answers for the stage, and who helps: as its stage card says.
    Owner = "owner",
    /// What was measured or seen.
    Observation = "observation",
}

impl Lane {
    /// The seven rows of the form of seed 000: where one of them is shown, none of its cells should be empty.
    pub const REQUIRED: [Lane; 7] = [
        Lane::InternalEvent,
        Lane::Feeling,
        Lane::Touchpoint,
        Lane::Expectation,
        Lane::Message,
        Lane::NextStage,
        Lane::Kpi,
    ];

    /// Whether a cell of it should not be empty.
    pub fn is_required(self) -> bool {
        Lane::REQUIRED.contains(&self)
    }

    /// Whether it is read from elsewhere, so that nothing is written into it.
    pub fn is_read(self) -> bool {
        matches!(self, Lane::Moment | Lane::Owner)
    }
}

impl TryFrom<String> for Lane {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Lane, NotAName> {
        text.parse()
    }
}

impl From<Lane> for String {
    fn from(lane: Lane) -> String {
        lane.to_string()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_lane_has_a_key_that_reads_back() {
        for lane in Lane::ALL.iter().copied().chain([Lane::Own(1), Lane::Own(255)]) {
            assert_eq!(lane.to_string().parse::<Lane>().unwrap(), lane);
        }
        for strange in ["own_0", "own_256", "own_", "OWN_1", ""] {
            assert!(strange.parse::<Lane>().is_err(), "{strange:?}");
        }
    }
}
