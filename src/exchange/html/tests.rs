//! The page of the sample studies, held against what a browser and a reader rely on.

use super::*;
use crate::domain::{Record, Research};
use crate::words::Lang;

