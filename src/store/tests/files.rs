//! The file itself: who can read it, what is refused and left as it was, schema steps, copies.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{STUDY, id, library, line, note, opened, remove, save};
use crate::domain::study::AskedState;
use crate::domain::*;
use crate::error::ErrorKind;
use crate::store::{Store, migrate};

/// Every file of a folder with its content.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// That opening fails in this way and changes nothing.
fn refuses(path: &Path, kind: ErrorKind, key: &str) {
    let before = content(path.parent().unwrap());
    let error = Store::open(path, "a").unwrap_err();
    assert_eq!((error.kind, error.key), (kind, key), "{error}");
    let mut after = content(path.parent().unwrap());
    after.retain(|name, _| !name.ends_with("-shm"));
    assert!(before.into_iter().filter(|(name, _)| !name.ends_with("-shm")).eq(after));
}

#[test]
fn everything_we_make_is_for_its_owner_only() {
    let (folder, _) = library();
    let path = folder.path().join("new/deep/library.whybuy");
    let mut store = Store::open(&path, "a").unwrap();
    save(&mut store, 1, super::beginning());
    for made in ["new", "new/deep"] {
        assert_eq!(mode(&folder.path().join(made)), 0o700, "{made}");
    }
    for made in content(path.parent().unwrap()).into_keys() {
        assert_eq!(mode(&path.with_file_name(&made)), 0o600, "{made}");
    }
    assert_eq!(content(path.parent().unwrap()).len(), 3);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    drop(Store::open(&path, "a").unwrap());
    assert_eq!(mode(&path), 0o600);
}

#[test]
fn a_newer_library_is_refused_and_left_as_it_is() {
    let (folder, store) = opened();
    let path = store.path().to_owned();
    drop(store);
    let raw = Connection::open(&path).unwrap();
    raw.pragma_update(None, "user_version", 9999).unwrap();
    raw.close().unwrap();
    assert_eq!(content(folder.path()).len(), 1);
    refuses(&path, ErrorKind::Newer, "library-newer");
    assert_eq!(content(folder.path()).len(), 1);
}

#[test]
fn a_newer_version_that_still_stands_in_the_log_is_seen() {
    let (folder, store) = opened();
    store.db.pragma_update(None, "user_version", 9999).unwrap();
    let crashed = folder.path().join("crashed");
    fs::create_dir(&crashed).unwrap();
    let path = crashed.join("copy.whybuy");
    fs::copy(store.path(), &path).unwrap();
    fs::copy(store.path().with_extension("whybuy-wal"), path.with_extension("whybuy-wal")).unwrap();
    assert!(content(&crashed)["copy.whybuy-wal"].len() > 1000);
    refuses(&path, ErrorKind::Newer, "library-newer");
}

#[test]
fn what_is_no_library_is_refused_and_left_as_it_is() {
    let (folder, path) = library();
    fs::write(&path, "고객 인터뷰 메모\n".repeat(40)).unwrap();
    refuses(&path, ErrorKind::Damaged, "not-a-library");
    fs::write(&path, "짧다").unwrap();
    refuses(&path, ErrorKind::Damaged, "not-a-library");
    fs::remove_file(&path).unwrap();
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("CREATE TABLE places (id INTEGER PRIMARY KEY, url TEXT)").unwrap();
    raw.close().unwrap();
    refuses(&path, ErrorKind::Damaged, "library-foreign");
    let raw = Connection::open(&path).unwrap();
    raw.execute_batch("DROP TABLE places; PRAGMA application_id = 77").unwrap();
    raw.close().unwrap();
    refuses(&path, ErrorKind::Damaged, "library-foreign");
    assert_eq!(content(folder.path()).len(), 1);
}

#[test]
fn a_damaged_library_is_refused_and_left_as_it_is() {
    let (_folder, store) = opened();
    let path = store.path().to_owned();
    drop(store);
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..600].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    refuses(&path, ErrorKind::Damaged, "library-damaged");
}

#[test]
fn an_empty_file_becomes_a_library() {
    let (_folder, path) = library();
    fs::write(&path, "").unwrap();
    let store = Store::open(&path, "a").unwrap();
    assert_eq!((store.studies().unwrap(), store.seq().unwrap(), store.path()), (Vec::new(), 0, path.as_path()));
}

/// The steps of the schema and one more.
fn with(step: &str) -> Vec<&str> {
    migrate::STEPS.iter().copied().chain([step]).collect()
}

/// The number of the newest step that is released.
fn newest() -> u32 {
    migrate::newest(migrate::STEPS)
}

const NEXT: &str = "ALTER TABLE study ADD COLUMN language TEXT NOT NULL DEFAULT 'ko'";

fn version(path: &Path) -> u32 {
    Connection::open(path).unwrap().pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

#[test]
fn a_schema_step_is_taken_once_with_a_copy_before_it() {
    let (_folder, store) = opened();
    let (path, before) = (store.path().to_owned(), store.load(id(STUDY)).unwrap());
    drop(store);
    let steps = with(NEXT);
    let store = Store::open_with(&path, "a", &steps).unwrap();
    assert_eq!(store.load(id(STUDY)).unwrap(), before);
    let copy = path.with_file_name(format!("가격 조사.whybuy.before-{:04}.db", newest() + 1));
    assert_eq!((version(&path), version(&copy), mode(&copy)), (newest() + 1, newest(), 0o600));
    assert_eq!(Store::open(&copy, "a").unwrap().load(id(STUDY)).unwrap(), before);
    drop(store);
    fs::remove_file(&copy).unwrap();
    Store::open_with(&path, "a", &steps).unwrap();
    assert!(!copy.exists());
    assert_eq!(Store::open(&path, "a").unwrap_err().kind, ErrorKind::Newer);
}

/// A library as it was before the schema step with this column, with one study, in its file.
fn before(column: &str) -> (tempfile::TempDir, PathBuf, Connection) {
    let (folder, path) = library();
    let before = migrate::STEPS.iter().position(|step| step.contains(column)).unwrap();
    drop(Store::open_with(&path, "a", &migrate::STEPS[..before]).unwrap());
    let older = Connection::open(&path).unwrap();
    let made = "'2026-03-02T14:00:00.000+09:00'";
    let study = format!("INSERT INTO study (id, name, goal, works_if, created) VALUES (?1, '가', '', '', {made})");
    older.execute_batch(&study.replace("?1", &blob(id(STUDY)))).unwrap();
    (folder, path, older)
}

/// Shows D23.
#[test]
fn a_library_from_before_questions_had_passages_keeps_its_rows() {
    let (_folder, path, older) = before("COLUMN passage");
    let row = "INSERT INTO question (id, study, position, subject, text, probes) VALUES (?2, ?1, 1, 'concern', '왜 늦었나요?', '[\"누가요?\"]')";
    older.execute_batch(&row.replace("?1", &blob(id(STUDY))).replace("?2", &blob(id(60)))).unwrap();
    older.close().unwrap();
    let mut store = Store::open(&path, "a").unwrap();
    let kept = store.load(id(STUDY)).unwrap().questions()[&id(60)].clone();
    assert_eq!((kept.text.as_str(), kept.probes.as_slice()), ("왜 늦었나요?", &["누가요?".to_owned()][..]));
    assert_eq!((kept.subject, kept.passage.as_ref()), (Subject::Concern, None));
    let bound = Question { passage: "decision,purchase".parse().ok(), ..kept };
    save(&mut store, 1, Step::new(id(STUDY), "change-question", "Q1").put(bound.clone()));
    assert_eq!(store.load(id(STUDY)).unwrap().questions()[&id(60)], bound);
    for broken in ["decision", "", ",purchase"] {
        let error = store.db.execute("UPDATE question SET passage = ?1", [broken]).unwrap_err();
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{broken}: {error}");
    }
}

#[test]
fn a_library_from_before_priorities_opens_and_takes_them() {
    let (_folder, path, older) = before("COLUMN priority");
    let (study, persona) = (id(STUDY), id(2));
    let rows = "INSERT INTO persona (id, study, name, about, approach, attributes) VALUES (?2, ?1, '실무자', '', '천천히', '{}')";
    older.execute_batch(&rows.replace("?1", &blob(study)).replace("?2", &blob(persona))).unwrap();
    older.close().unwrap();
    let mut store = Store::open(&path, "a").unwrap();
    let kept = store.load(study).unwrap().personas()[&persona].clone();
    let known =
        Persona { approach: "천천히".to_owned(), ..Persona::blank((persona, study), "실무자".to_owned()) };
    assert_eq!(kept, known);
    let ranked = Persona { priority: [("2026".parse().unwrap(), 1)].into(), ..known };
    save(&mut store, 1, Step::new(study, "change-persona", "실무자").put(ranked.clone()));
    assert_eq!(store.load(study).unwrap().personas()[&persona], ranked);
    for broken in ["[]", "{", "{\"2026\":-1}", "{\"2026\":\"first\"}"] {
        let error = store.db.execute("UPDATE persona SET priority = ?1", [broken]).unwrap_err();
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{broken}: {error}");
    }
}

/// An id as SQL writes it.
fn blob(id: Id) -> String {
    let hex: String = id.bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("x'{hex}'")
}

#[test]
fn a_schema_step_that_fails_leaves_the_library_as_it_was() {
    let (_folder, store) = opened();
    let (path, before) = (store.path().to_owned(), store.load(id(STUDY)).unwrap());
    drop(store);
    let broken = format!("{NEXT}; UPDATE study SET name = 'x'; SELECT no_such_function()");
    assert!(Store::open_with(&path, "a", &with(&broken)).is_err());
    assert_eq!(version(&path), newest());
    assert_eq!(Store::open(&path, "a").unwrap().load(id(STUDY)).unwrap(), before);
    let dangling = "PRAGMA defer_foreign_keys = ON; DELETE FROM persona; SELECT 1";
    assert!(Store::open_with(&path, "a", &with(dangling)).is_err());
    assert_eq!(Store::open(&path, "a").unwrap().load(id(STUDY)).unwrap(), before);
}

#[test]
fn a_copy_is_the_same_library_without_what_was_deleted() {
    let (folder, mut store) = opened();
    let secret = "zebrasecretphrase 지워진 말";
    save(&mut store, 2, line(100, 1, "남는 말"));
    save(&mut store, 3, line(101, 2, secret));
    let to = folder.path().join("copy.db");
    store.backup(&to).unwrap();
    assert_eq!(mode(&to), 0o600);
    let copy = Store::open(&to, "a").unwrap();
    assert_eq!(copy.load(id(STUDY)).unwrap(), store.load(id(STUDY)).unwrap());
    assert_eq!(copy.since(0, 100).unwrap(), store.since(0, 100).unwrap());
    assert_eq!(store.backup(&to).unwrap_err().key, "backup-exists");
    assert!(content(folder.path()).into_keys().all(|name| !name.ends_with(".part")));

    save(&mut store, 4, remove(Kind::Note, 101));
    store.db.execute_batch("INSERT INTO erase_switch VALUES (1); UPDATE change SET before = NULL, after = NULL WHERE seq > 7; DELETE FROM erase_switch").unwrap();
    let clean = folder.path().join("clean.db");
    store.backup(&clean).unwrap();
    let bytes = fs::read(&clean).unwrap();
    assert!(!bytes.windows(5).any(|window| window == b"zebra"));
    assert!(fs::read(&to).unwrap().windows(5).any(|window| window == b"zebra"));
}

#[test]
fn a_copy_that_cannot_be_made_leaves_nothing() {
    let (folder, store) = opened();
    let to = folder.path().join("no such folder/copy.db");
    assert_eq!(store.backup(&to).unwrap_err().kind, ErrorKind::Io);
    assert!(!to.exists());
}

#[test]
fn a_sound_library_is_found_sound_and_a_dangling_row_is_found() {
    let (_folder, store) = opened();
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
    let raw = Connection::open(store.path()).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = OFF; DELETE FROM participant").unwrap();
    assert_eq!(store.check().unwrap(), ["interview 1 needs a missing participant"]);
}

#[test]
fn the_settings_hold_on_every_connection() {
    let (_folder, store) = opened();
    for db in [&store.db, &store.another().unwrap().db] {
        let setting = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        let names = ["synchronous", "foreign_keys", "secure_delete", "trusted_schema", "temp_store"];
        assert_eq!(names.map(setting), [2, 1, 1, 0, 2]);
        assert_eq!(["cell_size_check", "mmap_size", "busy_timeout"].map(setting), [1, 0, 5000]);
        assert!(db.execute_batch("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema").is_err());
    }
}

#[test]
fn the_schema_knows_the_same_lists_as_the_glossary() {
    let schema = migrate::STEPS.concat();
    let names = |column: &str, names: &[&str]| {
        let list = format!("({column} IN ('{}'))", names.join("', '"));
        assert!(schema.contains(&list), "{list}");
    };
    names("dimension", Dimension::NAMES);
    names("dimension", &Dimension::FIVE.map(Dimension::name));
    names("subject", Subject::NAMES);
    names("outcome", Outcome::NAMES);
    names("recruited", Recruited::NAMES);
    names("source", Source::NAMES);
    names("status", Status::NAMES);
    names("speaker", Speaker::NAMES);
    names("voice", Voice::NAMES);
    names("act", Act::NAMES);
    names("state", AskedState::NAMES);
    names("stance", Stance::NAMES);
    for kind in Kind::NAMES {
        assert!(schema.contains(&format!("CREATE TABLE {kind} (")), "{kind}");
    }
}

#[test]
fn another_program_cannot_write_what_the_rules_refuse() {
    let (_folder, mut store) = opened();
    save(&mut store, 2, line(100, 1, &note(0, 1, "맞는 줄").text));
    for broken in [
        "UPDATE note SET text = ''",
        "UPDATE note SET text = '  \u{3000}\u{a0} '",
        "UPDATE note SET text = 'a' || char(27) || '[2J'",
        "UPDATE note SET text = 'a' || char(10)",
        "UPDATE note SET text = 'a' || char(155)",
        "UPDATE note SET text = replace(hex(zeroblob(40000)), '00', '가')",
        "UPDATE note SET number = 0",
        "UPDATE note SET feeling = 3",
        "UPDATE note SET feeling = 'sad'",
        "UPDATE note SET star = 2",
        "UPDATE note SET earlier = '{'",
        "UPDATE note SET stage = 'No Stage'",
        "UPDATE note SET interview = zeroblob(16)",
        "UPDATE theme SET dimension = 'unsorted'",
        "UPDATE participant SET code = '7P'",
        "UPDATE participant SET code = 'P_7'",
        "UPDATE participant SET code = 'P23456789'",
        "UPDATE interview SET date = 'tomorrow'",
        "UPDATE study SET created = '2026-03-02'",
        "UPDATE study SET id = 'text'",
        "DELETE FROM study",
        "DELETE FROM interview",
    ] {
        let error = store.db.execute_batch(broken).unwrap_err();
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{broken}: {error}");
    }
}
