//! Where things are: the library, its index, backups and the demo. Everything comes from the environment
//! (XDG base directories on every system), so that a test can move all of it.

use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};

use crate::error::{Error, ErrorKind, Result};

/// The folders of whybuy.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// `$XDG_DATA_HOME/whybuy`: the library, its backups, the demo.
    pub data: PathBuf,
    /// `$XDG_CACHE_HOME/whybuy`: what can be made again.
    pub cache: PathBuf,
    /// `$XDG_CONFIG_HOME/whybuy`: what the researcher has set.
    pub config: PathBuf,
}

impl Places {
    /// The folders of whoever runs this.
    pub fn of_user() -> Result<Places> {
        let base = choose_base_strategy().map_err(|fault| Error::new(ErrorKind::Io, "no-home").because(fault))?;
        let [data, cache, config] =
            [base.data_dir(), base.cache_dir(), base.config_dir()].map(|folder| folder.join("whybuy"));
        Ok(Places { data, cache, config })
    }

    /// The library where nobody names another.
    pub fn library(&self) -> PathBuf {
        self.data.join("library.db")
    }

    /// The folder of the index of a library: its name is made from the library's full path.
    pub fn index(&self, library: &Path) -> PathBuf {
        let full = std::path::absolute(library).unwrap_or_else(|_| library.to_path_buf());
        self.cache.join(format!("index-{:016x}", fnv(full.as_os_str().as_encoded_bytes())))
    }
}

/// FNV-1a, 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): stable across versions and machines.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_fnv_1a_of_64_bits() {
        assert_eq!(fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
