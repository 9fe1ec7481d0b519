//! A sheet as one self-contained HTML file: no script, nothing fetched, a policy that forbids both, and mark-up that
//! reads on a screen, on paper and aloud. The templates lie beside this file; a researcher may put others in their
//! place, by name. No file is opened here: what replaces a template is given as text.

mod escape;
mod map;
mod policy;

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

pub(super) use escape::xml;
pub use map::journey;

use super::sheet::Sheet;
use crate::domain::brief::Brief;
use crate::error::{Error, ErrorKind, Result};
use crate::words::Words;

/// The template with which a brief begins; it takes in the others.
const BRIEF: &str = "brief.jinja";
/// The style sheet, which stands in the file as it is.
const STYLE: &str = "style.css";

/// Every template by the name under which it can be replaced.
const BUILT_IN: [(&str, &str); 16] = [
    (BRIEF, include_str!("brief.jinja")),
    ("claim.jinja", include_str!("claim.jinja")),
    ("dots.jinja", include_str!("dots.jinja")),
    ("evidence.jinja", include_str!("evidence.jinja")),
    ("first.jinja", include_str!("first.jinja")),
    ("line.jinja", include_str!("line.jinja")),
    ("loose.jinja", include_str!("loose.jinja")),
    (map::MAP, include_str!("map.jinja")),
    ("map_cell.jinja", include_str!("map_cell.jinja")),
    ("map_grid.jinja", include_str!("map_grid.jinja")),
    ("map_stages.jinja", include_str!("map_stages.jinja")),
    ("method.jinja", include_str!("method.jinja")),
    ("part.jinja", include_str!("part.jinja")),
    ("tables.jinja", include_str!("tables.jinja")),
    (map::STYLE, include_str!("map.css")),
    (STYLE, include_str!("style.css")),
];

/// The fixed texts that templates may say, as `say.known`: the key without `report-`.
const SAID: [&str; 49] = [
    "known",
    "unknown",
    "from",
    "from-caption",
    "few",
    "unthemed",
    "method",
    "curve",
    "curve-caption",
    "curve-new",
    "curve-all",
    "curve-band",
    "evidence",
    "evidence-about",
    "evidence-line",
    "evidence-words",
    "evidence-back",
    "worst",
    "worst-caption",
    "col-pain",
    "col-stage",
    "col-weight",
    "apart",
    "col-here",
    "col-elsewhere",
    "expectations",
    "expectations-caption",
    "triggers",
    "cases",
    "cases-caption",
    "stop-caption",
    "dropped",
    "col-code",
    "col-role",
    "col-outcome",
    "col-date",
    "col-lines",
    "col-theme",
    "col-expectation",
    "col-people",
    "col-met",
    "col-unmet",
    "col-exceeded",
    "col-evidence",
    "col-verdict",
    "col-dimension",
    "col-themes",
    "col-once",
    "col-stop",
];

/// Templates that stand in the place of the built-in ones, by name; others may be added and included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    /// The texts by file name, such as `style.css` or `claim.jinja`.
    pub texts: BTreeMap<String, String>,
}

impl Templates {
    /// Whether a file of this name can be one.
    pub fn is_one(name: &str) -> bool {
        name == STYLE || name == map::STYLE || name.strip_suffix(".jinja").is_some_and(|stem| !stem.is_empty())
    }

    /// The names and texts of the built-in templates, to begin one's own with.
    pub fn built_in() -> impl Iterator<Item = (&'static str, &'static str)> {
        BUILT_IN.into_iter()
    }

    /// The text of a template: the one that was given, else the built-in one.
    fn text(&self, name: &str) -> Option<&str> {
        let given = self.texts.get(name).map(String::as_str);
        given.or_else(|| BUILT_IN.iter().find(|(it, _)| *it == name).map(|(_, text)| *text))
    }
}

/// What a template sees besides what is said: fixed texts, the style sheet and the policy that allows it.
#[derive(Serialize)]
struct Frame {
    say: BTreeMap<String, String>,
    policy: String,
    style: Value,
}

impl Frame {
    /// The frame of a page with this style sheet, whose templates say these texts: by their keys without the beginning that
    /// they share.
    fn of(style: &str, (prefix, keys): (&str, &[&str]), words: &Words) -> Frame {
        let say = |key: &&str| (key.replace('-', "_"), words.say(&format!("{prefix}{key}")));
        Frame {
            say: keys.iter().map(say).collect(),
            policy: policy::of(style),
            style: Value::from_safe_string(style.to_owned()),
        }
    }
}

/// What the templates of a brief see.
#[derive(Serialize)]
struct Scene<'a> {
    sheet: &'a Sheet,
    #[serde(flatten)]
    frame: Frame,
}

/// The brief as an HTML document. The same brief, language and templates give the same bytes.
///
/// # Errors
/// `template-broken` (file, line, fault) where a template that was given cannot be read or names what is not there.
pub fn brief(brief: &Brief, words: &Words, templates: &Templates) -> Result<String> {
    let sheet = Sheet::of(brief, words);
    let frame = Frame::of(templates.text(STYLE).unwrap_or_default(), ("report-", &SAID), words);
    render(BRIEF, &Scene { sheet: &sheet, frame }, templates)
}

fn render(template: &str, scene: &impl Serialize, templates: &Templates) -> Result<String> {
    let environment = environment(templates)?;
    let page = environment.get_template(template).map_err(broken)?;
    page.render(Serde(scene)).map_err(broken)
}

fn environment(templates: &Templates) -> Result<Environment<'_>> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
    environment.set_syntax(syntax.map_err(broken)?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(escape::write);
    let given = templates.texts.keys().map(String::as_str);
    let names = BUILT_IN.iter().map(|(name, _)| *name).chain(given);
    for name in names.filter(|name| !name.ends_with(".css")) {
        let text = templates.text(name).unwrap_or_default();
        environment.add_template(name, text).map_err(broken)?;
    }
    Ok(environment)
}

/// What is wrong with a template: its file and line, never the text that it was to set.
#[expect(clippy::needless_pass_by_value, reason = "it stands where a function of the error is wanted")]
fn broken(fault: minijinja::Error) -> Error {
    let innermost = std::iter::successors(Some(&fault), |it| {
        std::error::Error::source(*it).and_then(|source| source.downcast_ref::<minijinja::Error>())
    });
    let innermost = innermost.last().unwrap_or(&fault);
    let error = Error::new(ErrorKind::Usage, "template-broken");
    let error = error.with("file", innermost.name().unwrap_or(BRIEF)).with("line", innermost.line().unwrap_or(0));
    error.with("fault", innermost.kind())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests;
