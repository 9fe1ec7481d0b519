//! Drawings of a map as SVG fragments: no script, no style sheet, no font and no address, so that one can stand alone, in a
//! page or in a document. Everything is drawn in the ink of its surroundings (`currentColor`) and told by shape and word.
//! Places are whole pixels and widths are estimated, so that two machines draw the same bytes.

mod advance;
mod curve;
mod flow;
mod grid;
mod pen;

pub use curve::curve;
pub use flow::flow;
pub(in crate::exchange) use flow::inline as inline_flow;
pub use grid::grid;

/// Fonts that are there on most machines, those with Hangul first where the language is Korean.
fn fonts(lang: &str) -> &'static str {
    match lang {
        "ko" => {
            "Apple SD Gothic Neo, Malgun Gothic, Noto Sans KR, Noto Sans CJK KR, NanumGothic, system-ui, sans-serif"
        }
        _ => "system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Liberation Sans, sans-serif",
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
