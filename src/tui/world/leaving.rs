//! What may leave by way of a screen: the same rule as for every export. A document with an open finding of the leak
//! linter is neither written nor copied; what was found and where is told instead.

use serde::Serialize;

use super::World;
use crate::domain::leaks::Watch;
use crate::exchange::leaving;

impl World {
    /// What the leak linter looks for here: the study's own names, and those of the vault.
    pub fn leak_watch(&self) -> Watch {
        Watch::of(&self.research, self.names.values().map(String::as_str))
    }

    /// Whether this document may be written or copied; where it may not, it is said why.
    pub fn lets_out(&mut self, document: &impl Serialize) -> bool {
        let watch = self.leak_watch();
        let checked = leaving::pieces(document).and_then(|pieces| leaving::check(&pieces, &self.research, &watch));
        if let Err(error) = &checked {
            self.tell_error(error);
        }
        checked.is_ok()
    }
}
