//! What a list says where nothing of it matches what was typed: one sentence for every list that is narrowed by typing,
//! with the key that shows all of it again.

use ratatui::text::Span;

use super::canvas::Canvas;
use crate::domain::text;
use crate::tui::keymap::Chord;
use crate::tui::world::World;

/// Draws the sentence from a row on.
pub fn draw(canvas: &mut Canvas, world: &World, y: usize, (typed, clears): (&str, Chord)) {
    let key = clears.to_string();
    let said = world.say_with("nothing-matches", &[("typed", typed.trim().into()), ("key", (&key).into())]);
    let rows = text::wrap(&said, canvas.width().saturating_sub(2).max(1), 0);
    for (row, said) in (y..canvas.height()).zip(&rows) {
        canvas.put(1, row, canvas.width(), &[Span::styled(said.as_str(), world.look.dim())]);
    }
}

#[cfg(test)]
mod tests {
    use crate::tui::script::{Script, sample};
    use crate::words::Lang;

    #[test]
    fn a_list_that_is_narrowed_to_nothing_says_so_and_how_to_widen_it() {
        let script = Script::with(sample(), Lang::Ko, Vec::new()).keys("t/없는말");
        let script =
            script.shows("“없는말”에 맞는 것이 없습니다. Esc로 다시 모두 봅니다.").keys("<esc>").hides("맞는 것이");
        script.sized(40, 20).shows("클라우드");
        let script = Script::on(sample()).keys("<c-p>zzz").shows("Nothing matches “zzz”. ^U shows everything again.");
        script.keys("<c-u>").hides("Nothing matches").shows("The people of the study");
    }
}
