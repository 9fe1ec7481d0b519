//! The same interview typed at the screens and here gives the same records, ids apart: nothing that can be said in one
//! is lost in the other.

use super::Desk;
use crate::domain::{Kind, Record, Research};
use crate::tui::script::Script;
use crate::words::Lang;

/// What a research holds, without ids and without when it was written down.
fn told(research: &Research) -> Vec<String> {
    let mut told = Vec::new();
    for record in research.records() {
        // The study is the same one; and a silence of a script is a jump of its clock, which the screens note.
        if matches!(record.key().kind, Kind::Study | Kind::Gap) {
            continue;
        }
        let mut value = serde_json::to_value(&record).unwrap();
        let fields = value.as_object_mut().unwrap();
        for field in ["id", "study", "interview", "participant", "note", "answers", "theme", "persona"] {
            let Some(id) = fields.remove(field) else { continue };
            let id: crate::domain::Id = id.as_str().unwrap().parse().unwrap();
            // What a record hangs on is told by its name.
            let name = match field {
                "note" | "answers" => research.notes().get(&id).map(|it| research.code_of(it)),
                "theme" => research.themes().get(&id).map(|it| it.name.clone()),
                "participant" => research.participants().get(&id).map(|it| it.code.clone()),
                _ => None,
            };
            name.into_iter().for_each(|name| {
                fields.insert(field.to_owned(), name.into());
            });
        }
        told.push(value.to_string());
    }
    told.sort();
    told
}

/// The study that both begin with, from the empty library of a desk.
fn both(plain: &str, keys: &[(i64, &str)]) -> (Vec<String>, Vec<String>) {
    let desk = Desk::at("2026-11-23T14:00:00+09:00");
    desk.sit(Lang::Ko, None, "문서보안");
    let begun: Vec<Record> = desk.research().records().collect();
    let mut script = Script::with(Research::of(begun).unwrap(), Lang::Ko, Vec::new());
    for (seconds, keys) in keys {
        script = script.later(*seconds).keys(keys).saved();
    }
    desk.sit(Lang::Ko, None, plain);
    (told(&desk.research()), told(&script.model.world.research))
}

#[test]
fn the_screens_and_the_lines_make_the_same_records() {
    let plain = "P07\n\n<+600>\n/t 작년 감사에서 외부 반출 기록이 없다고 지적받음\n<+30>\n\"무조건 끝내라고 하셨어요\n/*\n/-1\n\
                 <+38>\n/path 1 3월쯤 내부 검토 시작\n<+54>\n/c 보안팀은 인증, 우리는 총비용을 봄 #총비용\n\
                 가격이 제일 중요했다고 함\n#총비용\n<+3>\n/w\n<+3>\n\n?재계약에 누가 끼나\n!한숨을 쉼\n/-\n 업체가 #3 이라고 씀\n\
                 /fix 1 작년 감사에서 기록이 없다고 지적받음\n/rec\n<+10>\n늦게 온 줄\n/end\n1";
    let keys = [
        (0, "nP07<enter><enter>5<enter>"),
        (600, "/t 작년 감사에서 외부 반출 기록이 없다고 지적받음<enter>"),
        (30, "\"무조건 끝내라고 하셨어요<enter><f9>/-1<enter>"),
        (38, "/path 1 3월쯤 내부 검토 시작<enter>"),
        (54, "/c 보안팀은 인증, 우리는 총비용을 봄 #총비용<enter>가격이 제일 중요했다고 함<enter>#총비용<enter>"),
        (3, "<f4>"),
        (3, "<enter>?재계약에 누가 끼나<enter>!한숨을 쉼<enter><esc> 업체가 #3 이라고 씀<enter>"),
        (0, "<up><up><up><up><up><up><up><up><c-u>작년 감사에서 기록이 없다고 지적받음<enter>/rec<enter>"),
        (10, "늦게 온 줄<enter>/end<enter>1<enter>"),
    ];
    let (plain, screens) = both(plain, &keys);
    for (plain, screens) in plain.iter().zip(&screens) {
        assert_eq!(plain, screens);
    }
    assert_eq!(plain.len(), screens.len());
}
