//! English words whose forms share no stem: bought is buy, faster is fast. The stemmer of the index joins the regular
//! ones; these are looked up together, by a list of the irregular verbs and by the rule of short adjectives.

/// Irregular verbs with their other forms, the base first.
const VERBS: &str = "\
    be am is are was were been|become became become|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|\
    break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|cost costing costs|creep crept|\
    cut cutting cuts|deal dealt|dig dug|do did done does|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|\
    feel felt|fight fought|find found|fit fitting fits|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|\
    freeze froze frozen|get got gotten getting|give gave given|go went gone goes|grind ground|grow grew grown|hang hung|have had has|hear heard|\
    hide hid hidden|hit hitting hits|hold held|hurt hurting hurts|keep kept|know knew known|lay laid|lead led|lean leant|learn learnt|leave left|\
    lend lent|let letting lets|lie lay lain lying|light lit|lose lost|make made|mean meant|meet met|pay paid|put putting puts|quit quitting quits|\
    read reading reads|rent renting|ride rode ridden|ring rang rung|rise rose risen|run ran running|say said|see saw seen|seek sought|sell sold|send sent|\
    set setting sets|shake shook shaken|shine shone|shoot shot|show showed shown|shrink shrank shrunk|shut shutting shuts|sing sang sung|sink sank sunk|\
    sit sat sitting|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spill spilt|spin spun|split splitting splits|spread spreading spreads|\
    stand stood|steal stole stolen|stick stuck|sting stung|strike struck stricken|strive strove striven|swear swore sworn|sweep swept|swim swam swum|\
    swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood|undo undid undone|\
    upset upsetting upsets|wake woke woken|wear wore worn|win won winning|wind wound|withdraw withdrew withdrawn|withhold withheld|write wrote written|\
    overcome overcame|oversee oversaw overseen|outgrow outgrew outgrown|rebuild rebuilt|redo redid redone|rewrite rewrote rewritten|undergo underwent undergone";

/// Adjectives with forms of their own, the base first.
const ADJECTIVES: &str =
    "good better best|bad worse worst|far farther farthest further furthest|little less least|many more most";

/// Verbs with the nouns that Latin made of them, the base first.
const NOUNS: &str = "\
    decide decision decisions|extend extension extensions|expand expansion|conclude conclusion conclusions|include inclusion|exclude exclusion|provide provision|\
    divide division|persuade persuasion|suspend suspension|subscribe subscription subscriptions|describe description descriptions|prescribe prescription|\
    submit submission submissions|permit permission permissions|admit admission|transmit transmission|omit omission|convert conversion conversions|\
    produce production|reduce reduction reductions|introduce introduction|explain explanation explanations|retain retention|detain detention|\
    attend attention|acquire acquisition acquisitions|define definition definitions|add addition additions|repeat repetition|compete competition|\
    oppose opposition|compose composition|solve solution solutions|resolve resolution|absorb absorption|assume assumption assumptions|\
    consume consumption|redeem redemption|perceive perception|intervene intervention|destroy destruction|apply application applications|\
    qualify qualification|verify verification|notify notification notifications|modify modification|certify certification|clarify clarification|\
    justify justification|simplify simplification|specify specification specifications|implement implementation|compare comparison comparisons";

/// Short adjectives that take -er and -est.
const SHORT: &str = "\
    big bright broad busy calm cheap clean clear clever close cold cool costly cute dark deep dense dirty dry dull early easy fair fancy fast few fine firm \
    flat fresh friendly full great green happy hard harsh heavy high hot huge keen kind large late lazy lean light long loose loud low mad mean mild neat \
    new nice noisy odd old plain poor pretty proud quick quiet rare rich risky rough safe scary sharp short shy sick silly simple slim slow small smart \
    smooth soft sore sour steady steep stiff strange strict strong sturdy sweet tall thick thin tight tiny tough tricky ugly warm weak wealthy weird wet \
    wide wild wise worthy young";

/// The other words that are forms of the same one; empty for regular words. The word is in lower case.
pub fn other_forms(word: &str) -> Vec<String> {
    let mut others: Vec<String> = Vec::new();
    for group in [VERBS, ADJECTIVES, NOUNS].iter().flat_map(|list| list.split('|')) {
        let base = group.split_whitespace().next().unwrap_or_default();
        if group.split_whitespace().any(|it| it == word) || is_regular_form(word, base) {
            others.extend(group.split_whitespace().map(str::to_owned));
        }
    }
    // The forms of a short adjective begin as it does.
    for base in SHORT.split_whitespace().filter(|base| base.as_bytes().first() == word.as_bytes().first()) {
        let forms = compared(base);
        if base == word || forms.iter().any(|it| it == word) {
            others.extend(forms);
            others.push(base.to_owned());
        }
    }
    others.retain(|it| it != word);
    others.sort();
    others.dedup();
    others
}

/// The word in the spelling that is indexed: organise is organize, colour is color, centre is center. What it makes of
/// other words (hour, promise) is no word, and the same wherever they stand.
pub fn one_spelling(word: &str) -> String {
    const ENDINGS: [(&str, &str); 11] = [
        ("isation", "ization"),
        ("isations", "izations"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("yse", "yze"),
        ("tre", "ter"),
        ("tres", "ters"),
        ("ogue", "og"),
        ("ogues", "ogs"),
    ];
    let changed = ENDINGS.iter().find_map(|(british, other)| Some(format!("{}{other}", word.strip_suffix(british)?)));
    let word = changed.unwrap_or_else(|| word.to_owned());
    if word.len() >= SHORTEST_OUR { word.replace("our", "or") } else { word }
}

/// Shorter words keep their `our`.
const SHORTEST_OUR: usize = 6;

/// The stem without the doubling that British spelling makes and the stemmer leaves: cancell is cancel.
pub fn one_stem(mut stem: String) -> String {
    if stem.len() >= SHORTEST_OUR && stem.ends_with("ll") {
        stem.pop();
    }
    stem
}

/// buying, buys: what the rules make of an irregular verb.
fn is_regular_form(word: &str, base: &str) -> bool {
    let Some(tail) = word.strip_prefix(base.strip_suffix('e').unwrap_or(base)) else { return false };
    match base.ends_with('e') {
        true => matches!(tail, "ing" | "es" | "ed"),
        false => matches!(tail, "ing" | "s" | "es" | "ed"),
    }
}

/// faster, fastest; bigger, busier, nicer.
fn compared(base: &str) -> Vec<String> {
    let letters: Vec<char> = base.chars().collect();
    let is_vowel = |c: char| "aeiou".contains(c);
    let root = match letters[..] {
        [.., 'e'] => base[..base.len() - 1].to_owned(),
        [.., before, 'y'] if !is_vowel(before) => format!("{}i", &base[..base.len() - 1]),
        [.., first, vowel, last]
            if !is_vowel(first) && is_vowel(vowel) && !"aeiouwxy".contains(last) && letters.len() <= 4 =>
        {
            format!("{base}{last}")
        }
        _ => base.to_owned(),
    };
    ["er", "est"].map(|tail| format!("{root}{tail}")).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_share_no_stem_are_known() {
        for (word, other) in [
            ("buying", "bought"),
            ("bought", "buy"),
            ("choose", "chose"),
            ("chosen", "choose"),
            ("choosing", "chosen"),
            ("faster", "fastest"),
            ("fast", "faster"),
            ("bigger", "big"),
            ("easiest", "easy"),
            ("nicer", "nice"),
            ("cheaper", "cheap"),
            ("better", "good"),
        ] {
            assert!(other_forms(word).iter().any(|it| it == other), "{word}: {:?}", other_forms(word));
        }
        for word in ["price", "contract", "contractor", "vendor", "maker", "quoted", "budget"] {
            assert!(other_forms(word).is_empty(), "{word}: {:?}", other_forms(word));
        }
    }
}
