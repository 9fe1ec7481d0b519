//! placeholder
use std::borrow::Cow;
/// x
pub fn clean(t: &str) -> Cow<'_, str> {
    Cow::Borrowed(t)
}
