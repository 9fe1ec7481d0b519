//! Whether a few typed letters mean a name: letter case and blanks do not count, and initial consonants find
//! syllables (`ㅊㅂㅇ` finds `총비용`). For short lists that are filtered as one types; the search is another matter.

use super::hangul;

/// How well a query means a name: 0 is the whole name, then its beginning, then its inside, then its initials.
pub fn rank(query: &str, name: &str) -> Option<u8> {
    let (query, name) = (folded(query), folded(name));
    if query == name {
        return Some(0);
    }
    if name.starts_with(&query) {
        return Some(1);
    }
    if name.contains(&query) {
        return Some(2);
    }
    let initials: String = name.chars().map(|c| hangul::initial(c).unwrap_or(c)).collect();
    (query.chars().all(|c| ('ㄱ'..='ㅎ').contains(&c)) && initials.contains(&query)).then_some(3)
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_case_and_initials() {
        assert_eq!(rank("총비용", "총 비용"), Some(0));
        assert_eq!(rank("delay", "Delay of delivery"), Some(1));
        assert_eq!(rank("비용", "3년 총비용"), Some(2));
        assert_eq!(rank("ㅊㅂㅇ", "3년 총비용"), Some(3));
        assert_eq!(rank("ㄲ", "꼼꼼함"), Some(3));
        assert_eq!(rank("없음", "총비용"), None);
        assert_eq!(rank("", "총비용"), Some(1));
    }
}
