//! The text of a DOCX, block by block. A row of dots becomes signs, the margin of a line follows it, the curve is told in
//! words: its numbers stand in the table below. Places that links lead to get numbers, for Word takes no other names.

use std::collections::BTreeMap;

use super::parts::{HEAD, MAIN};
use crate::exchange::html::xml;
use crate::exchange::paper::manuscript::{Block, Cell, Column, Heading, Manuscript, Para, Piece, Role, Row, Table};
use crate::exchange::paper::tone::{Color, DIM, Tone};
use crate::exchange::sheet::Dots;

/// The width of the text on A4 with its margins, in twentieths of a point.
const MEASURE: f32 = 9866.0;
/// The size of what stands beside the text, in half points.
const SMALL: u8 = 15;
/// Between a line and its code.
const EM_SPACE: &str = "\u{2003}";

/// The document part.
pub(super) fn document(manuscript: &Manuscript) -> String {
    let mut text = Text { out: String::new(), anchors: anchors(manuscript) };
    for block in &manuscript.blocks {
        match block {
            Block::Heading(it) => text.heading(it),
            Block::Para(it) => text.para(it),
            Block::Table(it) => text.table(it),
            Block::Plot(it) => text.paragraph(("", "Normal"), &[Piece::plain(&it.label)], None),
        }
    }
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    format!(
        "{HEAD}<w:document xmlns:w=\"{MAIN}\" xmlns:r=\"{relations}\"><w:body>{}<w:sectPr>\
         <w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1020\" w:bottom=\"1247\" w:left=\"1020\" w:header=\"567\" w:footer=\"624\" \
         w:gutter=\"0\"/></w:sectPr></w:body></w:document>",
        text.out
    )
}

struct Text {
    out: String,
    /// The number of each place that a link may lead to.
    anchors: BTreeMap<String, usize>,
}

impl Text {
    fn heading(&mut self, it: &Heading) {
        let style = match it.level {
            1 => "Title",
            2 => "Heading1",
            _ if it.is_quiet => "Quiet",
            _ => "Heading2",
        };
        let border = it.hue.map_or_else(String::new, |hue| {
            format!("<w:pBdr><w:top w:val=\"single\" w:sz=\"18\" w:space=\"6\" w:color=\"{}\"/></w:pBdr>", hex(hue))
        });
        self.paragraph((&border, style), &[Piece::plain(&it.text)], it.anchor.as_deref());
    }

    fn para(&mut self, it: &Para) {
        let style = style(it.role);
        self.paragraph_beside(("", style), &it.text, &it.aside, it.anchor.as_deref());
    }

    fn paragraph(&mut self, form: (&str, &str), pieces: &[Piece], anchor: Option<&str>) {
        self.paragraph_beside(form, pieces, &[], anchor);
    }

    /// A paragraph of a style with properties of its own; what stands beside it follows its text.
    fn paragraph_beside(&mut self, form: (&str, &str), pieces: &[Piece], aside: &[Piece], anchor: Option<&str>) {
        let (own, style) = form;
        self.out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{own}</w:pPr>"));
        if let Some(number) = anchor.and_then(|it| self.anchors.get(it)) {
            let mark = format!(
                "<w:bookmarkStart w:id=\"{number}\" w:name=\"place{number}\"/><w:bookmarkEnd w:id=\"{number}\"/>"
            );
            self.out.push_str(&mark);
        }
        for piece in pieces {
            self.piece(piece, "");
        }
        if !aside.is_empty() {
            self.piece(&Piece::plain(EM_SPACE), "");
            let small = format!("<w:color w:val=\"{}\"/>{}", hex(DIM), size(SMALL));
            for piece in aside {
                self.piece(piece, &small);
            }
        }
        self.out.push_str("</w:p>");
    }

    fn piece(&mut self, piece: &Piece, own: &str) {
        match piece {
            Piece::Dots(dots) => {
                let fonts = "<w:rFonts w:ascii=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" \
                             w:eastAsia=\"Segoe UI Symbol\" w:cs=\"Segoe UI Symbol\"/>";
                self.run(&signs(dots), fonts);
            }
            Piece::Text { text, tone, to } => {
                let look = format!("{}{own}", look(*tone));
                let place = to.as_deref().and_then(|it| self.anchors.get(it)).copied();
                if let Some(number) = place {
                    self.out.push_str(&format!("<w:hyperlink w:anchor=\"place{number}\" w:history=\"1\">"));
                }
                self.run(text, &look);
                if place.is_some() {
                    self.out.push_str("</w:hyperlink>");
                }
            }
        }
    }

    fn run(&mut self, text: &str, look: &str) {
        let look = if look.is_empty() { String::new() } else { format!("<w:rPr>{look}</w:rPr>") };
        self.out.push_str(&format!("<w:r>{look}<w:t xml:space=\"preserve\">{}</w:t></w:r>", xml(text)));
    }

    fn table(&mut self, table: &Table) {
        if !table.caption.is_empty() {
            self.paragraph(("", "Caption"), &[Piece::plain(&table.caption)], None);
        }
        let has_head = table.columns.iter().any(|it| !it.head.is_empty());
        let widths: Vec<u32> = table.columns.iter().map(width).collect();
        let grid: String = widths.iter().map(|it| format!("<w:gridCol w:w=\"{it}\"/>")).collect();
        self.out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Brief\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"00A0\" w:firstRow=\"{}\" w:lastRow=\"0\" \
             w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>",
            widths.iter().sum::<u32>(),
            u8::from(has_head),
        ));
        if has_head {
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            for (column, width) in table.columns.iter().zip(&widths) {
                let cell = Cell::of(Piece::dim(&column.head));
                self.cell(&cell, (*width, 1, column.is_number), None);
            }
            self.out.push_str("</w:tr>");
        }
        for row in &table.rows {
            self.row(row, &table.columns, &widths);
        }
        self.out.push_str("</w:tbl>");
    }

    fn row(&mut self, row: &Row, columns: &[Column], widths: &[u32]) {
        self.out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let is_alone = row.cells.len() == 1 && columns.len() > 1;
        for (at, cell) in row.cells.iter().enumerate() {
            let is_number = columns.get(at).is_some_and(|it| it.is_number);
            let (width, span) = if is_alone {
                (widths.iter().sum(), columns.len())
            } else {
                (widths.get(at).copied().unwrap_or_default(), 1)
            };
            self.cell(cell, (width, span, is_number), row.anchor.as_deref().filter(|_| at == 0));
        }
        self.out.push_str("</w:tr>");
    }

    /// A cell with its width, over how many columns it goes, and whether it holds a number.
    fn cell(&mut self, cell: &Cell, form: (u32, usize, bool), anchor: Option<&str>) {
        let (width, span, is_number) = form;
        let over = if span > 1 { format!("<w:gridSpan w:val=\"{span}\"/>") } else { String::new() };
        let over = format!("<w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{over}");
        let first = if cell.is_head { "<w:cnfStyle w:val=\"001000000000\" w:firstColumn=\"1\"/>" } else { "" };
        self.out.push_str(&format!("<w:tc><w:tcPr>{first}{over}</w:tcPr>"));
        let own = if is_number { "<w:jc w:val=\"right\"/>" } else { "" };
        for (at, line) in cell.lines.iter().enumerate() {
            self.paragraph((own, "CellText"), line, anchor.filter(|_| at == 0));
        }
        self.out.push_str("</w:tc>");
    }
}

/// The style of a paragraph, as `styles.xml` names it.
fn style(role: Role) -> &'static str {
    match role {
        Role::Study => "Study",
        Role::About => "About",
        Role::Facts => "Facts",
        Role::Entry => "ListBullet",
        Role::Nothing => "Nothing",
        Role::Headline => "Headline",
        Role::Written => "Written",
        Role::Measure => "Measure",
        Role::Quoted => "Quote",
        Role::Said => "Said",
        Role::Who => "Who",
        Role::Note | Role::Legend => "Note",
    }
}

fn look(tone: Tone) -> String {
    match tone {
        Tone::Plain => String::new(),
        Tone::Strong => "<w:b/>".to_owned(),
        Tone::Dim => format!("<w:color w:val=\"{}\"/>{}", hex(DIM), size(SMALL)),
        Tone::Hue(color) => format!("<w:b/><w:color w:val=\"{}\"/>", hex(color)),
    }
}

fn size(half_points: u8) -> String {
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

fn hex(color: Color) -> String {
    format!("{:02X}{:02X}{:02X}", color.0, color.1, color.2)
}

/// A column's width in twentieths of a point.
fn width(column: &Column) -> u32 {
    // A share of the measure is a positive number that fits.
    (column.share * MEASURE).round() as u32
}

/// One sign per person, of the shapes that the other forms draw.
fn signs(dots: &Dots) -> String {
    let sign = |kind| match kind {
        "raised" => "●",
        "unprompted" => "◆",
        "both" => "⊗",
        "contradicted" => "×",
        "silent" => "○",
        "open" => "·",
        _ => "–",
    };
    dots.spots.iter().map(|spot| sign(spot.kind)).collect()
}

/// The places that links lead to, in their order.
fn anchors(manuscript: &Manuscript) -> BTreeMap<String, usize> {
    let mut anchors = BTreeMap::new();
    for anchor in manuscript.anchors() {
        let number = anchors.len();
        anchors.entry(anchor.to_owned()).or_insert(number);
    }
    anchors
}
