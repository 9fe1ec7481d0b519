//! Opening a library file: looking at it before anything is written, making a new one that only its owner can read,
//! and connecting to it with the settings that our promises need (`spec/reliability.md` 3).

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::fault;
use crate::error::{Error, ErrorKind, Result};

/// `application_id` of a library file: `whyb`.
const APPLICATION: u32 = u32::from_be_bytes(*b"whyb");
/// The oldest SQLite without the WAL-reset race between two connections (3.51.3).
const OLDEST_SQLITE: i32 = 3_051_003;
/// How long a statement waits for another process before it says that the library is busy.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long one waits until others have set up or brought up to date what is in the folder, and how often one looks.
const OTHERS: Duration = Duration::from_secs(30);
const LOOKS: u32 = 6000;
/// Statements that a connection keeps prepared: four for each kind, and the queries.
const STATEMENTS: usize = 80;

const PRAGMAS: &str = "
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
";

/// What a file says of itself before it is opened for writing.
struct Face {
    application: u32,
    version: u32,
    has_tables: bool,
}

/// Refuses what is not ours to write: a file that is no library, and a library newer than `newest`. Nothing is changed.
pub(super) fn examine(path: &Path, newest: u32) -> Result<()> {
    examine_as(path, (APPLICATION, "library-foreign"), newest)
}

/// The same for a file of another `application_id`; what is of another program is refused under `key`.
pub(super) fn examine_as(path: &Path, (application, key): (u32, &'static str), newest: u32) -> Result<()> {
    let face = face(path).map_err(|error| error.with("path", path.display()))?;
    let Some(face) = face else { return Ok(()) };
    if face.application != application && (face.application != 0 || face.has_tables) {
        return Err(Error::new(ErrorKind::Damaged, key).with("path", path.display()));
    }
    if face.version > newest {
        return Err(newer(face.version, newest));
    }
    Ok(())
}

/// A library that a later whybuy wrote.
pub(super) fn newer(found: u32, known: u32) -> Error {
    Error::new(ErrorKind::Newer, "library-newer").with("found", found).with("known", known)
}

/// The face of the file; none where there is no file yet, or nothing in it.
///
/// SQLite itself must do the reading: were we to open and close the file by ourselves, the operating system would drop
/// the locks of every other connection that this process has to it (<https://sqlite.org/howtocorrupt.html>, 2.2).
fn face(path: &Path) -> Result<Option<Face>> {
    match fs::metadata(path) {
        Ok(file) if file.len() > 0 => {}
        Ok(_) => return Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(fault::of_file(path, error)),
    }
    let db = peek(path)?;
    let face = db.query_row(
        "SELECT application_id, user_version, EXISTS (SELECT 1 FROM sqlite_schema)
         FROM pragma_application_id, pragma_user_version",
        [],
        |row| Ok(Face { application: row.get(0)?, version: row.get(1)?, has_tables: row.get(2)? }),
    )?;
    Ok(Some(face))
}

/// A connection that only reads. Without a log beside the file nobody has it open, and saying that it cannot change
/// keeps SQLite from making a log for the look alone.
fn peek(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if beside(path, "-wal").exists() {
        let db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(PATIENCE)?;
        return Ok(db);
    }
    let path = std::path::absolute(path).map_err(|error| fault::of_file(path, error))?;
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => uri.push(char::from(*byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    Ok(Connection::open_with_flags(uri + "?immutable=1", flags | OpenFlags::SQLITE_OPEN_URI)?)
}

/// Makes the folder of a library (0700) where there is none, and holds it for as long as what comes back lives, so that
/// those who open it at the same moment set its file up one after the other: SQLite turns a new file to WAL without
/// waiting for others who do the same. None where the folder knows no locks, or somebody holds it for longer than
/// [`OTHERS`]; then the file is opened all the same.
pub(super) fn one_at_a_time(path: &Path) -> Result<Option<File>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.exists() {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|error| fault::of_file(folder, error))?;
    }
    let Ok(held) = File::open(folder) else { return Ok(None) };
    for _ in 0..LOOKS {
        match held.try_lock() {
            Ok(()) => return Ok(Some(held)),
            Err(TryLockError::WouldBlock) => std::thread::sleep(OTHERS / LOOKS),
            Err(TryLockError::Error(_)) => break,
        }
    }
    Ok(None)
}

/// Makes an empty file that only its owner can read, unless there is one already.
pub(super) fn make_private(path: &Path) -> Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(fault::of_file(path, error)),
    }
}

/// Takes the library away from the eyes of others, also one that was copied here with open permissions.
pub(super) fn close_to_others(path: &Path) -> Result<()> {
    for file in [path.to_owned(), beside(path, "-wal"), beside(path, "-shm")] {
        let Ok(found) = fs::metadata(&file) else { continue };
        if found.permissions().mode() & 0o077 != 0 {
            let closed = fs::set_permissions(&file, Permissions::from_mode(0o600));
            closed.map_err(|error| fault::of_file(&file, error))?;
        }
    }
    Ok(())
}

/// A connection with all our settings to a file that `examine` has let pass.
pub(super) fn connect(path: &Path) -> Result<Connection> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Error::new(ErrorKind::Bug, "sqlite-too-old").with("version", rusqlite::version()));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    db.execute_batch(PRAGMAS)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // One plan for a statement whatever is bound to it: else it would be prepared anew for nearly every value.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    let mode: String = db.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::new(ErrorKind::Io, "library-without-wal").with("mode", mode));
    }
    Ok(db)
}

/// The file that has the same name with `suffix` after it.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
