//! What the researcher has set, in the order of flag, environment and configuration file. A file that is missing
//! is nothing to speak of; whatever is wrong with one is told and never keeps a call from beginning.

use std::fs;
use std::path::{Path, PathBuf};

use super::session::Session;
use crate::config::{self, Config, Palette};
use crate::error::{Error, ErrorKind};

/// No configuration is longer than this; what is longer is some other file.
const MOST: u64 = 1 << 20;

/// What the flags say.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The configuration file, where it is named.
    pub file: Option<PathBuf>,
    pub ascii: bool,
    pub mouse: bool,
    /// Line by line, for screen readers.
    pub plain: bool,
    pub palette: Option<Palette>,
}

/// What holds in the end.
pub(super) struct Settings {
    /// The configuration file, whether it is there or not.
    pub file: PathBuf,
    pub exists: bool,
    pub config: Config,
    pub faults: Vec<Error>,
}

impl Settings {
    /// The settings of a session.
    pub fn of(session: &Session) -> Settings {
        let asked = &session.asked;
        let file = asked.file.clone().unwrap_or_else(|| session.places.config.join("config.toml"));
        let name = file.file_name().map_or_else(|| "config.toml".into(), |name| name.to_string_lossy().into_owned());
        let (mut config, mut faults, exists) = match read(&file) {
            Ok(Some(text)) => {
                let (config, faults) = config::read(&text, &name);
                (config, faults, true)
            }
            Ok(None) if asked.file.is_none() => (Config::default(), Vec::new(), false),
            Ok(None) => {
                let fault = Error::new(ErrorKind::Io, "config-unreadable").with("file", super::files::name(&file));
                (Config::default(), vec![fault], false)
            }
            Err(fault) => {
                let told = Error::new(ErrorKind::Io, "config-unreadable").with("file", &name);
                (Config::default(), vec![told.because(fault)], true)
            }
        };
        faults.extend(palette_of_environment(&mut config));
        config.palette = asked.palette.or(config.palette);
        config.ascii = Some(asked.ascii || config.ascii == Some(true));
        config.mouse = Some(asked.mouse || config.mouse == Some(true));
        Settings { file, exists, config, faults }
    }
}

/// `WHYBUY_PALETTE` goes before the file; a name that is none is told.
fn palette_of_environment(config: &mut Config) -> Option<Error> {
    let name = std::env::var("WHYBUY_PALETTE").ok().filter(|name| !name.is_empty())?;
    match name.parse() {
        Ok(palette) => {
            config.palette = Some(palette);
            None
        }
        Err(_) => {
            let fault = Error::usage("setting-value").with("name", "WHYBUY_PALETTE");
            Some(fault.with("legal", Palette::NAMES.join(", ")))
        }
    }
}

/// The text of a configuration file, or none where there is no file.
fn read(file: &Path) -> std::io::Result<Option<String>> {
    let found = match fs::metadata(file) {
        Ok(found) => found,
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    if !found.is_file() || found.len() > MOST {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let text = fs::read_to_string(file)?;
    Ok(Some(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned)))
}
