//! English (and other Latin) words: which of them say nothing of a topic, and what stem the others have.
//! Snowball's rules make the stem; no list of exceptions, because texts are only compared with texts of their own set.

use frostem::{Algorithm, Stemmer};

/// Words that say nothing of what a line is about.
const STOPS: &str = "\
    a about above after again against ain all also am an and any are aren as at be because been before being below \
    between both but by can cannot could couldn did didn do does doesn doing don down during each else even ever every few for \
    from further get gets getting got had hadn has hasn have haven having he her here hers herself him himself his how \
    however i if in into is isn it its itself just let lets like ll me might more most much must mustn my myself need no nor \
    not now of off oh ok okay on once one only or other our ours ourselves out over own perhaps please quite re really s same \
    shall she should shouldn so some still such t than that the their theirs them themselves then there these they thing \
    things this those though through to too um uh under until up upon us ve very was wasn we well were weren what when \
    where whether which while who whom whose why will with within without won would wouldn yeah yes yet you your yours \
    yourself yourselves d m o";

/// Snowball's English stemmer with the stop list.
pub struct English {
    stemmer: Stemmer,
    stops: std::collections::HashSet<&'static str>,
}

impl Default for English {
    fn default() -> English {
        English { stemmer: Stemmer::new(Algorithm::English), stops: STOPS.split_whitespace().collect() }
    }
}

impl English {
    /// Whether a lower-case word says nothing of a topic.
    pub fn is_stop(&self, word: &str) -> bool {
        self.stops.contains(word)
    }

    /// The stem of a lower-case word; a word with anything but ASCII letters is its own stem.
    pub fn stem(&self, word: &str) -> String {
        if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return word.to_owned();
        }
        self.stemmer.stem(word).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_and_stops() {
        let english = English::default();
        assert_eq!(english.stem("delays"), english.stem("delayed"));
        assert_eq!(english.stem("b2b"), "b2b");
        assert_eq!(english.stem("été"), "été");
        assert!(english.is_stop("the") && !english.is_stop("price"));
    }
}
