//! Waiting for one's turn to write. SQLite lets one process write at a time and gives no turns: whoever asks at the
//! right moment is next, so behind several busy writers on a slow disk one may wait long although nothing is stuck.

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

/// How many times the patience of a connection (`open::PATIENCE`, five seconds) is spent while others get on.
const ROUNDS: u32 = 12;

/// A transaction that has the write lock from its beginning.
///
/// Fails with `DatabaseBusy` where the patience of the connection went by and nobody has committed anything
/// meanwhile, that is, where one process holds the library; behind others who do commit, after twelve times that.
pub(super) fn write(db: &mut Connection) -> rusqlite::Result<Transaction<'_>> {
    let mut round = 1;
    loop {
        let before = commits_of_others(db)?;
        // The connection is ours alone, so no transaction is open on it yet.
        let begun = Transaction::new_unchecked(db, TransactionBehavior::Immediate);
        let is_busy = matches!(&begun, Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy));
        if !is_busy || round == ROUNDS || commits_of_others(db)? == before {
            return begun;
        }
        round += 1;
    }
}

/// A number that differs after another connection has committed.
fn commits_of_others(db: &Connection) -> rusqlite::Result<i64> {
    db.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}
