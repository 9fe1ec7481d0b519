//! The container of a DOCX: a ZIP file whose entries are stored as they are (PKWARE APPNOTE 6.3.10, 4.3), without a
//! clock: each entry has the earliest date that the format knows. The same parts give the same bytes, on every machine.

/// 1 January 1980, midnight, as DOS wrote it.
const DATE: u16 = 0x0021;
/// The version that is needed to read it: 2.0.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;

/// The archive of some parts, each by its path.
pub(super) fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in parts {
        let offset = length(out.len());
        let entry = entry(name, text.as_bytes());
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&entry);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(text.as_bytes());
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&VERSION.to_le_bytes());
        directory.extend_from_slice(&entry);
        // No remark, the first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(name.as_bytes());
    }
    let (count, from, size) = (short(parts.len()), length(out.len()), length(directory.len()));
    out.append(&mut directory);
    out.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&count.to_le_bytes());
    out.extend_from_slice(&size.to_le_bytes());
    out.extend_from_slice(&from.to_le_bytes());
    out.extend_from_slice(&[0; 2]);
    out
}

/// What the head of an entry and its place in the directory have in common.
fn entry(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for word in [VERSION, FLAGS, 0, 0, DATE] {
        out.extend_from_slice(&word.to_le_bytes());
    }
    for long in [crc32(bytes), length(bytes.len()), length(bytes.len())] {
        out.extend_from_slice(&long.to_le_bytes());
    }
    for word in [short(name.len()), 0] {
        out.extend_from_slice(&word.to_le_bytes());
    }
    out
}

/// No brief comes near four gigabytes.
fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The checksum of ZIP (ISO 3309), bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
