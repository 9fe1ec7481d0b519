//! Korean lines as they are taken down in interviews about buying equipment: sentence frames with nouns, particles
//! chosen by the final consonant, and endings of speech. Written for this corpus.

use super::dice::Dice;

pub const PERSONAS: [&str; 12] = [
    "꼼꼼한 구매 담당",
    "성과에 쫓기는 팀장",
    "비용을 보는 대표",
    "기술을 믿는 연구원",
    "위험을 피하는 재무",
    "빠른 도입을 원하는 기획",
    "The careful architect",
    "The first-time buyer",
    "The hands-on founder",
    "The overloaded admin",
    "공공기관 주무관",
    "대학 연구실 조교",
];
pub const ROLES: [&str; 7] = ["대표", "구매 담당", "개발 팀장", "연구원", "재무", "decider", "end user"];
pub const TOUCHPOINTS: [&str; 8] =
    ["블로그", "전시회", "견적서", "영업 미팅", "데모", "지인 추천", "커뮤니티", "고객센터"];
pub const QUESTIONS: [&str; 6] = [
    "처음 알아보기 시작한 날 무슨 일이 있었나요",
    "무엇을 보고 골랐나요",
    "무엇이 나아지리라 기대했나요",
    "무엇이 마음에 걸렸나요",
    "사고 나서 무엇을 했나요",
    "처음부터 순서대로 말해 주세요",
];

const WHO: [&str; 20] = [
    "대표님",
    "팀장님",
    "개발팀",
    "재무팀",
    "구매 담당자",
    "연구소장",
    "저희",
    "신입 연구원",
    "본부장",
    "협력업체",
    "영업사원",
    "전산실",
    "동기",
    "학생들",
    "외주 개발사",
    "감사실",
    "경영지원팀",
    "센터장",
    "데이터팀",
    "옆 팀",
];
const THING: [&str; 44] = [
    "견적",
    "가격",
    "그래픽카드",
    "서버",
    "워크스테이션",
    "납기",
    "보증",
    "예산",
    "학습 속도",
    "메모리",
    "전기 요금",
    "소음",
    "발열",
    "설치",
    "결재",
    "계약서",
    "비교표",
    "재고",
    "모델 학습",
    "클라우드 비용",
    "장비",
    "냉각 장치",
    "전원 장치",
    "사후 지원",
    "부품",
    "라이선스",
    "드라이버",
    "데모 장비",
    "제안서",
    "검수",
    "세금계산서",
    "유지보수",
    "이사회 보고",
    "보안 심사",
    "데이터 반출",
    "원격 접속",
    "랙 공간",
    "중고 장비",
    "리스 조건",
    "할인율",
    "배송",
    "교육 자료",
    "벤치마크 결과",
    "총비용",
];
/// Halves of compounds: every first joins every second, so that rare words exist in numbers.
const FIRST: [&str; 26] = [
    "도입", "비교", "추가", "초기", "연간", "월간", "운영", "교체", "임시", "공동", "현장", "내부", "외부", "시범",
    "정기", "긴급", "예비", "분할", "일괄", "사전", "최종", "표준", "전용", "특별", "보조", "해외",
];
const SECOND: [&str; 26] = [
    "가격", "견적", "구매", "비용", "일정", "심사", "점검", "계약", "예산", "검토", "장비", "설비", "인력", "교육",
    "보고", "승인", "기준", "조건", "사양", "품질", "업체", "물량", "회의", "자료", "절차", "위험",
];
const WHEN: [&str; 14] = [
    "작년 가을에",
    "지난달에",
    "처음에는",
    "막판에",
    "계약 직전에",
    "두 달 동안",
    "감사 끝나고",
    "월말마다",
    "올해 초에",
    "회의가 끝난 뒤",
    "사흘 만에",
    "학기 초에",
    "발표 일주일 전에",
    "그날 오후에",
];
const DID: [&str; 26] = [
    "다시 알아봤어요",
    "세 군데에 물어봤죠",
    "엑셀로 정리했습니다",
    "결국 미뤘어요",
    "바로 결정했어요",
    "한참 고민했어요",
    "반려당했습니다",
    "직접 들고 갔어요",
    "두 번이나 확인했어요",
    "포기할 뻔했죠",
    "그냥 믿었어요",
    "비교해 봤는데 비슷했어요",
    "메일로 받았습니다",
    "끝까지 따졌어요",
    "위에 보고했습니다",
    "한 번 더 깎았어요",
    "주말에 혼자 설치했어요",
    "늦어졌어요",
    "설명을 못 들었어요",
    "생각보다 빨랐어요",
    "어려웠어요",
    "걱정이 컸어요",
    "만족하고 있습니다",
    "또 살 생각이에요",
    "후회는 없어요",
    "아직도 기다려요",
];
const FEEL: [&str; 12] = [
    "솔직히",
    "사실",
    "아무래도",
    "그때는",
    "다행히",
    "근데",
    "제일 무서웠던 건",
    "생각해 보면",
    "결과적으로",
    "말하자면",
    "제 기억에는",
    "웃긴 게",
];
const WHY: [&str; 12] = [
    "예산이 12월에 사라지니까",
    "학습이 나흘씩 걸려서",
    "서버가 두 번 멈춰서",
    "경쟁사가 먼저 사서",
    "감사에서 지적을 받아서",
    "사람이 늘어서",
    "클라우드 요금이 세 배가 돼서",
    "밤에 소음이 심해서",
    "책임질 사람이 없어서",
    "환율이 올라서",
    "전에 한 번 당해 봐서",
    "학회 마감이 있어서",
];

/// A line of three to five clauses, about 25 words.
pub fn note(dice: &mut Dice) -> String {
    let clauses = dice.between(3, 5);
    let sentences: Vec<String> = (0..clauses).map(|_| sentence(dice)).collect();
    sentences.join(". ")
}

fn sentence(dice: &mut Dice) -> String {
    let (who, when, did) = (*dice.pick_common(&WHO), *dice.pick(&WHEN), *dice.pick(&DID));
    let (thing, other) = (thing(dice), thing(dice));
    match dice.below(8) {
        0 => format!("{} {when} {} {did}", with(who, "이", "가"), with(&thing, "을", "를")),
        1 => format!("{} {} {} 먼저 봤어요", dice.pick(&FEEL), with(&thing, "보다", "보다"), with(&other, "을", "를")),
        2 => format!("{} {} {did}", dice.pick(&WHY), with(&thing, "은", "는")),
        3 => format!("{when} {}하고 {} 같이 {did}", thing, with(&other, "을", "를")),
        4 => format!("{} {} 때문에 {}", dice.pick(&FEEL), thing, did),
        5 => format!(
            "{} {} 말은 못 믿겠고 {} {did}",
            with(who, "이", "가"),
            with(&thing, "이라는", "라는"),
            with(&other, "은", "는")
        ),
        6 => {
            format!("{}만 {} {} {did}", thing, dice.between(2, 40), *dice.pick(&["번", "일 동안", "만 원어치", "개월"]))
        }
        _ => format!("{when} {} {} 바꿨어요", with(&thing, "에서", "에서"), with(&other, "으로", "로")),
    }
}

fn thing(dice: &mut Dice) -> String {
    match dice.below(10) {
        0..=6 => (*dice.pick_common(&THING)).to_owned(),
        7 | 8 => format!("{}{}", dice.pick_common(&FIRST), dice.pick_common(&SECOND)),
        _ => (*dice.pick(&["GPU", "RTX 4090", "A6000", "SaaS", "ROI", "SSD 4TB", "H100", "NAS"])).to_owned(),
    }
}

/// The word with the particle for a final consonant or for none; `로` also follows ㄹ.
fn with(word: &str, closed: &str, open: &str) -> String {
    let code = word.chars().last().map_or(0, u32::from);
    let last = if (0xAC00..=0xD7A3).contains(&code) { (code - 0xAC00) % 28 } else { 0 };
    let is_open = last == 0 || (last == 8 && closed == "으로");
    format!("{word}{}", if is_open { open } else { closed })
}
