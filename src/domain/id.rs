//! The identity of a record: 128 bits made by the client (UUID version 7), so that a retry after an
//! unclear failure can never make a second copy. What it looks like lives here; making new ones lives in `mint`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The identity of one record. Ids sort in the order in which one process made them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// The id that is this UUID.
    pub fn from_uuid(uuid: Uuid) -> Id {
        Id(uuid)
    }

    /// A version-7 id with the given Unix milliseconds and a count in place of the random bits.
    pub fn counted(unix_ms: u64, count: u64) -> Id {
        let mut random = [0u8; 10];
        random[2..].copy_from_slice(&count.to_be_bytes());
        Id(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
    }

    /// The sixteen bytes, as the store keeps them.
    pub fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    /// The id of these sixteen bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Id {
        Id(Uuid::from_bytes(bytes))
    }

    /// The id as one number; it sorts as the id does.
    pub fn as_u128(&self) -> u128 {
        self.0.as_u128()
    }

    /// The id of this number.
    pub fn from_u128(number: u128) -> Id {
        Id(Uuid::from_u128(number))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Id, uuid::Error> {
        Uuid::parse_str(text).map(Id)
    }
}
