//! What is told: text and line ends, and nothing else. No colour, no box, no cursor movement; whatever could steer a
//! terminal is neutralised here, so that no other part of this front end has to think of it.

use std::io::{self, Write};

use crate::domain::text;

/// Where lines are told.
pub struct Paper<'a> {
    out: &'a mut dyn Write,
    /// Cells of a row; none where nothing is wrapped.
    width: Option<usize>,
}

impl<'a> Paper<'a> {
    /// Paper of this width; without one nothing is wrapped.
    pub fn new(out: &'a mut dyn Write, width: Option<usize>) -> Paper<'a> {
        Paper { out, width: width.map(|width| width.max(20)) }
    }

    /// Tells a text; each of its lines becomes one or more rows.
    ///
    /// # Errors
    ///
    /// What the operating system says when nobody can read it any more.
    pub fn tell(&mut self, told: &str) -> io::Result<()> {
        for line in told.split('\n') {
            let line = text::clean(line);
            match self.width {
                Some(width) if text::width(&line) > width => {
                    for row in text::wrap(&line, width, 0) {
                        writeln!(self.out, "{}", row.trim_end())?;
                    }
                }
                _ => writeln!(self.out, "{}", line.trim_end())?,
            }
        }
        self.out.flush()
    }

    /// Asks: what is typed follows on the same row.
    ///
    /// # Errors
    ///
    /// As [`Paper::tell`].
    pub fn ask(&mut self, prompt: &str) -> io::Result<()> {
        write!(self.out, "{} ", text::clean(prompt).trim_end())?;
        self.out.flush()
    }
}
