//! Reads the sheets of an `.xlsx` file and the parts of a `.docx`, for tests alone: the ZIP directory, DEFLATE (RFC 1951) and as much
//! of SpreadsheetML as a table of short texts needs.

use std::collections::BTreeMap;

/// The cells of the sheet with this number, by row and column letters.
pub fn sheet(file: &[u8], number: usize) -> BTreeMap<usize, BTreeMap<String, String>> {
    let shared = entry(file, "xl/sharedStrings.xml");
    let shared: Vec<String> = between(&shared, "<si>", "</si>").iter().map(|it| texts(it)).collect();
    let mut rows: BTreeMap<usize, BTreeMap<String, String>> = BTreeMap::new();
    for cell in entry(file, &format!("xl/worksheets/sheet{number}.xml")).split("<c ").skip(1) {
        let head = &cell[..cell.find('>').unwrap()];
        let whole = if head.ends_with('/') { "" } else { &cell[..cell.find("</c>").unwrap()] };
        let Some(value) = between(whole, "<v>", "</v>").first().cloned() else { continue };
        let place = &between(head, "r=\"", "\"")[0];
        let digits = place.find(|c: char| c.is_ascii_digit()).unwrap();
        let value =
            if head.contains("t=\"s\"") { shared[value.parse::<usize>().unwrap()].clone() } else { plain(&value) };
        rows.entry(place[digits..].parse().unwrap()).or_default().insert(place[..digits].to_owned(), value);
    }
    rows
}

/// Every piece between two marks.
fn between(text: &str, from: &str, until: &str) -> Vec<String> {
    text.split(from).skip(1).filter_map(|it| Some(it[..it.find(until)?].to_owned())).collect()
}

/// The texts of an item, formatted pieces joined.
fn texts(item: &str) -> String {
    let pieces = item.split("<t").skip(1).filter_map(|it| Some(&it[it.find('>')? + 1..it.find("</t>")?]));
    plain(&pieces.collect::<String>())
}

pub fn plain(xml: &str) -> String {
    xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// An entry of a ZIP file, as text.
pub fn entry(file: &[u8], name: &str) -> String {
    let word = |at: usize| usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
    let long = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let end = (0..file.len() - 21).rev().find(|at| file[*at..].starts_with(b"PK\x05\x06")).unwrap();
    let mut at = long(end + 16);
    for _ in 0..word(end + 10) {
        let (names, extra, remark) = (word(at + 28), word(at + 30), word(at + 32));
        if &file[at + 46..at + 46 + names] == name.as_bytes() {
            let local = long(at + 42);
            let from = local + 30 + word(local + 26) + word(local + 28);
            let packed = &file[from..from + long(at + 20)];
            let bytes = if word(at + 10) == 0 { packed.to_vec() } else { inflate(packed) };
            return String::from_utf8(bytes).unwrap();
        }
        at += 46 + names + extra + remark;
    }
    panic!("no {name}");
}

struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: usize) -> usize {
        let bit = |at: usize| usize::from(self.bytes[at / 8] >> (at % 8) & 1);
        let value = (0..count).map(|n| bit(self.at + n) << n).sum();
        self.at += count;
        value
    }

    /// The next symbol of a code that is given by the lengths of its words.
    fn symbol(&mut self, lengths: &[usize]) -> usize {
        let (mut code, mut first, mut index) = (0, 0, 0);
        let mut sorted: Vec<usize> = (0..lengths.len()).filter(|it| lengths[*it] > 0).collect();
        sorted.sort_by_key(|it| lengths[*it]);
        for length in 1..16 {
            code = code << 1 | self.take(1);
            let count = lengths.iter().filter(|it| **it == length).count();
            if code < first + count {
                return sorted[index + code - first];
            }
            (index, first) = (index + count, (first + count) << 1);
        }
        panic!("no such code");
    }
}

/// DEFLATE.
fn inflate(bytes: &[u8]) -> Vec<u8> {
    let (mut bits, mut out) = (Bits { bytes, at: 0 }, Vec::new());
    loop {
        let is_last = bits.take(1) == 1;
        match bits.take(2) {
            0 => {
                bits.at = bits.at.div_ceil(8) * 8;
                let length = bits.take(16);
                bits.take(16);
                (0..length).for_each(|_| out.push(u8::try_from(bits.take(8)).unwrap()));
            }
            1 => {
                let lengths: Vec<usize> =
                    [(8, 144), (9, 112), (7, 24), (8, 8)].iter().flat_map(|(l, n)| vec![*l; *n]).collect();
                block(&mut bits, &lengths, &[5; 30], &mut out);
            }
            _ => {
                let (lengths, distances) = codes(&mut bits);
                block(&mut bits, &lengths, &distances, &mut out);
            }
        }
        if is_last {
            return out;
        }
    }
}

/// The two codes that a block brings along.
fn codes(bits: &mut Bits) -> (Vec<usize>, Vec<usize>) {
    let (literals, distances, sizes) = (bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4);
    let mut code = [0; 19];
    for place in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15].into_iter().take(sizes) {
        code[place] = bits.take(3);
    }
    let mut lengths: Vec<usize> = Vec::new();
    while lengths.len() < literals + distances {
        match bits.symbol(&code) {
            16 => {
                let before = lengths[lengths.len() - 1];
                (0..bits.take(2) + 3).for_each(|_| lengths.push(before));
            }
            17 => (0..bits.take(3) + 3).for_each(|_| lengths.push(0)),
            18 => (0..bits.take(7) + 11).for_each(|_| lengths.push(0)),
            length => lengths.push(length),
        }
    }
    let distances = lengths.split_off(literals);
    (lengths, distances)
}

fn block(bits: &mut Bits, lengths: &[usize], distances: &[usize], out: &mut Vec<u8>) {
    loop {
        let symbol = bits.symbol(lengths);
        match symbol {
            0..256 => out.push(u8::try_from(symbol).unwrap()),
            256 => return,
            _ => {
                let at = symbol - 257;
                let length = match at {
                    28 => 258,
                    0..4 => at + 3,
                    _ => ((4 + at % 4) << (at / 4 - 1)) + 3 + bits.take(at / 4 - 1),
                };
                let at = bits.symbol(distances);
                let back = if at < 2 { at + 1 } else { ((2 + at % 2) << (at / 2 - 1)) + 1 + bits.take(at / 2 - 1) };
                (0..length).for_each(|_| out.push(out[out.len() - back]));
            }
        }
    }
}
