//! The parts of a DOCX beside its text: what there is, who made it and when, styles, the dash of a list, the foot of the
//! pages. Styles are named as Word names them, so that a house style can be put over them.

use crate::exchange::html::xml;
use crate::exchange::paper::manuscript::Manuscript;

pub(super) const CONTENT_TYPES: &str = include_str!("content_types.xml");
pub(super) const RELATIONS: &str = include_str!("relations.xml");
pub(super) const DOCUMENT_RELATIONS: &str = include_str!("document_relations.xml");
pub(super) const NUMBERING: &str = include_str!("numbering.xml");
const STYLES: &str = include_str!("styles.xml");
/// What every part begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The name space of what is written.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Title, author, language and date; the date is the brief's own.
pub(super) fn core(manuscript: &Manuscript) -> String {
    let (title, author) = (xml(&manuscript.title), xml(&manuscript.author));
    let (study, lang) = (xml(&manuscript.study), manuscript.lang);
    let date = manuscript.date.map_or_else(String::new, |date| {
        let of = |name: &str| {
            format!(
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                date.format("%Y-%m-%d")
            )
        };
        of("created") + &of("modified")
    });
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title} · {study}</dc:title>\
         <dc:creator>{author}</dc:creator><dc:language>{lang}</dc:language>{date}</cp:coreProperties>"
    )
}

/// The language of Latin letters, as Word names it.
fn latin(lang: &str) -> &'static str {
    if lang == "ko" { "en-US" } else { "en-GB" }
}

pub(super) fn styles(lang: &str) -> String {
    STYLES.replace("{latin}", latin(lang))
}

pub(super) fn settings(lang: &str) -> String {
    let latin = latin(lang);
    format!(
        "{HEAD}<w:settings xmlns:w=\"{MAIN}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{latin}\" w:eastAsia=\"ko-KR\"/></w:settings>"
    )
}

/// The foot of every page: what it is, and its number of how many.
pub(super) fn footer(manuscript: &Manuscript) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let foot = xml(&manuscript.foot);
    format!(
        "{HEAD}<w:ftr xmlns:w=\"{MAIN}\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{foot}</w:t></w:r><w:r><w:tab/></w:r>{}\
         <w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        field("PAGE"),
        field("NUMPAGES")
    )
}
