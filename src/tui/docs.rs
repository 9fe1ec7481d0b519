//! `docs/keys.md`, written from the keymap and the words, so that it cannot go stale: a test compares the file with
//! this text. Nothing of it is used by the screens.

use super::keymap::{Keymap, Place};
use super::overlay::help::keys;
use crate::words::Words;

/// The page of all keys, in the language of the words.
pub fn keys_page(words: &Words) -> String {
    let mut page = format!("# {}\n\n{}\n", words.say("keys-title"), words.say("keys-note"));
    let keymap = Keymap::default();
    for place in Place::ALL {
        let rows: Vec<String> = keymap
            .own(*place)
            .map(|binding| {
                let name = words.say(&format!("action-{}", binding.action.name()));
                let about = words.say(&format!("action-{}.about", binding.action.name()));
                format!(
                    "| `{}` | {name} | {about} | `{}` |",
                    keys(binding, matches!(place, Place::Capture | Place::Anywhere)).replace('|', "\\|"),
                    binding.action.name()
                )
            })
            .collect();
        if rows.is_empty() {
            continue;
        }
        page.push_str(&format!("\n## {} (`{}`)\n\n", words.say(&format!("place-{}", place.name())), place.name()));
        page.push_str(&words.say("keys-columns"));
        page.push_str("\n|---|---|---|---|\n");
        page.push_str(&rows.join("\n"));
        page.push('\n');
    }
    page
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::words::Lang;

    /// `WHYBUY_WRITE_DOCS=1 cargo test keys_page_is_fresh` writes the page anew.
    #[test]
    fn keys_page_is_fresh() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
        let page = keys_page(&Words::new(Lang::En));
        if std::env::var_os("WHYBUY_WRITE_DOCS").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap(), page, "run the test with WHYBUY_WRITE_DOCS=1");
    }

    #[test]
    fn every_action_of_the_table_has_its_words() {
        let words = Words::new(Lang::Ko);
        for binding in super::super::keymap::DEFAULTS {
            for key in [format!("action-{}", binding.action.name()), format!("action-{}.about", binding.action.name())]
            {
                assert!(words.find(&key, &[]).is_some(), "{key}");
            }
        }
    }
}
