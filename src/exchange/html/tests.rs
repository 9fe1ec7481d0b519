//! The page of the sample studies, held against what a browser and a reader rely on.

use super::*;
use crate::domain::{Record, Research, briefing};
use crate::words::Lang;

fn sample(lang: Lang) -> Research {
    let text = match lang {
        Lang::Ko => include_str!("../../../sample_data/ai_pc.ko.jsonl"),
        Lang::En => include_str!("../../../sample_data/clinic_booking.en.jsonl"),
    };
    Research::of(text.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
}

/// The briefs of every persona of a sample.
fn briefs(lang: Lang) -> Vec<Brief> {
    let research = sample(lang);
    research.personas().keys().map(|persona| briefing::for_export(&research, *persona).unwrap()).collect()
}

fn page(brief: &Brief, lang: Lang, templates: &Templates) -> Result<String> {
    super::brief(brief, &Words::new(lang), templates)
}

/// The values of an attribute, in the order of the page.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let opening = format!(" {attribute}=\"");
    page.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_link_stays_in_the_page_and_leads_somewhere() {
    for lang in [Lang::En, Lang::Ko] {
        for brief in briefs(lang) {
            let page = page(&brief, lang, &Templates::default()).unwrap();
            let ids = values(&page, "id");
            let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(unique.len(), ids.len(), "an id stands twice");
            for to in values(&page, "href").into_iter().chain(values(&page, "cite")) {
                let anchor = to.strip_prefix('#').unwrap_or_else(|| panic!("{to} leads out of the page"));
                assert!(ids.contains(&anchor), "{to} leads nowhere");
            }
            for outward in ["<script", "<img", "<link", "src=", "url(", "@import", "style=\"", "http://", "https://"] {
                assert!(!page.contains(outward), "{outward}");
            }
            let headings: Vec<&str> =
                page.split("<h").skip(1).filter_map(|it| it.get(..1)).filter(|it| "123".contains(it)).collect();
            assert_eq!(headings.iter().filter(|it| **it == "1").count(), 1);
            assert!(headings.windows(2).all(|pair| pair[1] <= "2" || pair[0] >= "2"), "a heading skips a level");
            assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
        }
    }
}

#[test]
fn only_verbatims_stand_in_quotation_marks_and_every_line_is_there() {
    for brief in briefs(Lang::En) {
        let page = page(&brief, Lang::En, &Templates::default()).unwrap();
        for line in brief.claims.iter().flat_map(|it| it.supports.iter().chain(&it.contradicts)) {
            let at = page.find(&format!("<tr id=\"{}\"", line.cite())).unwrap();
            let row = &page[at..at + page[at..].find("</tr>").unwrap()];
            let text = line.text.replace('&', "&amp;").replace('\'', "&#39;").replace('"', "&quot;");
            assert!(row.contains(&text), "{}", line.cite());
            let is_quoted = row.contains(&format!("“{text}”"));
            assert_eq!(is_quoted, line.voice == crate::domain::Voice::Verbatim && !line.withheld, "{}", line.cite());
        }
    }
}

#[test]
fn one_dot_is_drawn_for_each_person() {
    for (lang, brief) in
        [Lang::En, Lang::Ko].into_iter().flat_map(|lang| briefs(lang).into_iter().map(move |it| (lang, it)))
    {
        let sheet = Sheet::of(&brief, &Words::new(lang));
        for claim in sheet.parts.iter().flat_map(|part| part.claims.iter().chain(&part.few)) {
            assert_eq!(claim.dots.spots.len(), brief.people, "{}", claim.headline);
            assert_eq!(claim.signs.chars().count(), brief.people, "{}", claim.headline);
        }
    }
}

#[test]
fn a_template_takes_the_place_of_the_built_in_one_and_its_faults_are_told() {
    let brief = &briefs(Lang::En)[0];
    let with = |name: &str, text: &str| Templates { texts: BTreeMap::from([(name.to_owned(), text.to_owned())]) };
    let own = page(brief, Lang::En, &with("method.jinja", "<p>{{ sheet.persona }}{{ say.method }}</p>")).unwrap();
    assert!(own.contains(&format!("<p>{}How this was made</p>", brief.persona)));
    let styled = page(brief, Lang::En, &with("style.css", "p { color: red }")).unwrap();
    assert!(styled.contains("<style>p { color: red }</style>"));
    assert_ne!(values(&styled, "content")[0], values(&own, "content")[0], "the policy follows the style");
    let fact = |error: &Error, name: &str| error.facts.iter().find(|(it, _)| *it == name).unwrap().1.clone();
    for (text, line) in [("\n{{ sheet.nothing }}", "2"), ("{% for %}", "1"), ("\n\n{{ sheet.known }}", "3")] {
        let error = page(brief, Lang::En, &with("method.jinja", text)).unwrap_err();
        assert_eq!(
            (error.key, fact(&error, "file"), fact(&error, "line")),
            ("template-broken", "method.jinja".to_owned(), line.to_owned()),
            "{text}"
        );
    }
    assert!(Templates::is_one("a.jinja") && Templates::is_one("style.css"));
    assert!(!Templates::is_one(".jinja") && !Templates::is_one("notes.txt") && !Templates::is_one("other.css"));
}

#[test]
fn two_runs_give_the_same_bytes() {
    for lang in [Lang::En, Lang::Ko] {
        for (one, two) in briefs(lang).iter().zip(briefs(lang)) {
            let pages = [one, &two].map(|it| page(it, lang, &Templates::default()).unwrap());
            assert_eq!(pages[0], pages[1]);
        }
    }
}
