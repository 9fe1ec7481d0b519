#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;
use crate::domain::{Record, Research};

fn study() -> Id {
    Id::from_u128(7)
}

fn watch(names: &[&str], firms: &[&str]) -> Watch {
    let mut watch = Watch::new(study());
    names.iter().for_each(|name| watch.person(name));
    firms.iter().for_each(|name| watch.deal(name));
    watch
}

/// Kind and wording of everything that is found.
fn told<'t>(text: &'t str, watch: &Watch) -> Vec<(LeakKind, &'t str)> {
    find(text, watch).into_iter().map(|leak| (leak.kind, &text[leak.bytes])).collect()
}

const KOREANS: [&str; 14] = [
    "김민수",
    "박서준",
    "이영희",
    "최준",
    "정다은",
    "남궁민",
    "황보 석",
    "강 현우",
    "조윤서",
    "임채원",
    "오세훈",
    "서지호",
    "한예슬",
    "윤도현",
];
const OTHERS: [&str; 8] = [
    "Jane Miller",
    "Park Seo-jun",
    "Zoë Müller",
    "Tom O'Brien",
    "Anna-Lena Fischer",
    "Ravi Chandrasekhar",
    "마이클 존슨",
    "田中太郎",
];
const FIRMS: [&str; 6] = ["한빛정밀", "Acme", "Northwind Dental", "다온테크", "대한제강 주식회사", "Blue River Clinic"];

/// A small generator of numbers: the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % below as u64).unwrap()
    }

    fn of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.roll(list.len())]
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from_digit(u32::try_from(self.roll(10)).unwrap(), 10).unwrap()).collect()
    }
}

/// A name of somebody as people write it, with what follows it.
fn korean_name(dice: &mut Dice) -> String {
    let name = dice.of(&KOREANS).replace(' ', "");
    let letters: Vec<char> = name.chars().collect();
    let family = if name.starts_with("남궁") || name.starts_with("황보") { 2 } else { 1 };
    let of = |letters: &[char]| letters.iter().collect::<String>();
    let (family, given) = (of(&letters[..family]), of(&letters[family..]));
    let particle = dice.of(&[
        "",
        "이",
        "가",
        "은",
        "님이",
        "씨한테",
        "씨는",
        "에게",
        "님께서",
        " 과장님이",
        "의",
        "도",
        " 씨",
        "한테서",
        "와",
    ]);
    let title = dice.of(&["과장", "부장님", " 대리", " 팀장님", "씨", " 차장"]);
    match dice.roll(5) {
        0 => format!("{name}{particle}"),
        1 => format!("{family} {given}{}", dice.of(&["씨", "님이", " 과장이", "씨가"])),
        2 if given.chars().count() > 1 => format!("{given}{particle}"),
        3 => format!("{family}{title}{}", dice.of(&["이", "가", "은", "도", ""])),
        _ => format!("담당자 {name}{particle}"),
    }
}

fn other_name(dice: &mut Dice) -> String {
    let name = dice.of(&OTHERS);
    let words: Vec<&str> = name.split(' ').collect();
    // "park" alone, without its capital, is a place to walk in: no rule can tell.
    let first = Some(words[dice.roll(words.len())]).filter(|it| *it != "Park").unwrap_or("Seo-jun");
    match dice.roll(6) {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => words.iter().rev().copied().collect::<Vec<&str>>().join(", "),
        3 => first.to_owned() + dice.of(&["'s", "가", "씨는", ""]),
        4 => name.replace(' ', dice.of(&["\u{A0}", "  ", " ", "-"])),
        _ => first.to_lowercase(),
    }
}

fn phone(dice: &mut Dice) -> String {
    let (three, four, last) = (
        format!("{}{}", 2 + dice.roll(7), dice.digits(2)),
        format!("{}{}", 2 + dice.roll(7), dice.digits(3)),
        dice.digits(4),
    );
    let (a, b, c) = match dice.roll(7) {
        0 => ("010", four, last),
        1 => ("02", three, last),
        2 => ("031", four, last),
        3 => ("070", four, last),
        4 => {
            return format!(
                "{}-{}",
                dice.of(&["1588", "1544", "1661"]),
                dice.digits(4).replace("00", "37").replace("19", "83").replace("20", "84")
            );
        }
        5 => {
            return format!(
                "+82{}10{}{four}{}{last}",
                dice.of(&["-", " ", "", ")"]),
                dice.of(&["-", " "]),
                dice.of(&["-", " "])
            );
        }
        _ => {
            return dice
                .of(&[
                    "+1 555 201 3344",
                    "+44 20 7946 0958",
                    "(555) 201-3344",
                    "+49 30 901820",
                    "555-867-5309",
                    "+33 1 23 45 67 89",
                ])
                .to_owned();
        }
    };
    let gap = dice.of(&["-", " ", ".", "", " - ", "–"]);
    let number = format!("{a}{gap}{b}{gap}{c}");
    if dice.roll(5) == 0 { number.replacen(a, &format!("({a})"), 1) } else { number }
}

fn mail(dice: &mut Dice) -> String {
    let (name, host) = (
        dice.of(&["minsu.kim", "jane_m", "seo-jun+x", "info2", "j"]),
        dice.of(&["hanbit.co.kr", "acme.com", "mail.example.org"]),
    );
    let spelled = host.replace('.', " dot ");
    match dice.roll(6) {
        0 => format!("{name} (at) {host}"),
        1 => format!("{name}[at]{host}"),
        2 => format!("{name} at {spelled}"),
        3 => format!("{name} @ {host}"),
        4 => format!("{name}골뱅이{host}"),
        _ => format!("{name}@{host}"),
    }
}

fn resident(dice: &mut Dice) -> String {
    let date = format!("{:02}{:02}{:02}", 50 + dice.roll(49), 1 + dice.roll(12), 1 + dice.roll(28));
    let sex = dice.of(&["1", "2", "5", "6"]);
    let half = format!("{date}{sex}{}", dice.digits(5));
    match dice.roll(3) {
        0 => format!("{date}-{sex}{}", dice.digits(6)),
        1 => format!("{date}-{sex}******"),
        _ => {
            let check =
                ('0'..='9').map(|last| format!("{half}{last}")).find(|it| !find(it, &Watch::new(study())).is_empty());
            check.unwrap()
        }
    }
}

fn firm(dice: &mut Dice) -> String {
    match dice.roll(8) {
        0 => format!("(주){}에서", dice.of(&["가나상사", "새벽전자"])),
        1 => format!("㈜{}는", dice.of(&["가나상사", "새벽전자"])),
        2 => format!("{} 주식회사의", dice.of(&["가나상사", "새벽전자"])),
        3 => format!(
            "{}{}",
            dice.of(&["Contoso", "Fabrikam Tools"]),
            dice.of(&[" Inc.", ", Inc", " Ltd", " GmbH", " Corp.", " Co., Ltd."])
        ),
        4 => "한빛 정밀이".to_owned(),
        5 => "northwind dental".to_owned(),
        6 => dice.of(&["대한제강은", "다온테크랑", "Acme의"]).to_owned(),
        _ => "Blue River Clinic".to_owned(),
    }
}

/// The same text as another keyboard, another machine or a hostile hand would give it.
fn disguised(text: &str, dice: &mut Dice) -> String {
    use unicode_normalization::UnicodeNormalization;
    match dice.roll(6) {
        0 => text.nfd().collect(),
        1 => text
            .chars()
            .map(|c| if ('!'..='~').contains(&c) { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c })
            .collect(),
        2 => {
            let mut out = String::new();
            for (at, c) in text.chars().enumerate() {
                if at % 2 == 1 {
                    out.push(['\u{200B}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{202E}'][dice.roll(5)]);
                }
                out.push(c);
            }
            out
        }
        _ => text.to_owned(),
    }
}

#[test]
fn five_hundred_seeded_identifiers_are_all_found() {
    let watch = watch(&[&KOREANS[..], &OTHERS[..]].concat(), &FIRMS);
    let mut dice = Dice(20_251_121);
    type Maker = fn(&mut Dice) -> String;
    let makers: [(LeakKind, Maker); 8] = [
        (LeakKind::Name, korean_name),
        (LeakKind::Name, korean_name),
        (LeakKind::Name, other_name),
        (LeakKind::Phone, phone),
        (LeakKind::Phone, phone),
        (LeakKind::Email, mail),
        (LeakKind::Resident, resident),
        (LeakKind::Company, firm),
    ];
    let frames = [
        ("어제 ", " 통화했다고 함"),
        ("", ""),
        ("we asked ", " about the price"),
        ("(", ")"),
        ("연락처: ", ", 오후에"),
        ("“", "”"),
    ];
    let mut missed = Vec::new();
    for number in 0..500 {
        let (kind, make) = makers[number % makers.len()];
        let (before, after) = frames[dice.roll(frames.len())];
        let plain = make(&mut dice);
        let word = disguised(&plain, &mut dice);
        let text = format!("{before}{word}{after}");
        let within = before.len()..before.len() + word.len();
        let leaks = find(&text, &watch);
        let hit = leaks
            .iter()
            .any(|leak| leak.kind == kind && leak.bytes.start < within.end && within.start < leak.bytes.end);
        if !hit {
            missed.push(format!("{kind} {text}"));
        }
        let _on_boundaries: Vec<&str> = leaks.iter().map(|leak| &text[leak.bytes.clone()]).collect();
    }
    assert!(missed.is_empty(), "{} missed: {missed:#?}", missed.len());
}

/// Names that are words of the language as well, beside ordinary ones.
const WORDLIKE: [&str; 24] = [
    "김이슬",
    "박하나",
    "이수지",
    "한가을",
    "정지원",
    "최수정",
    "김보람",
    "박미소",
    "이우리",
    "전유리",
    "이준",
    "김민수",
    "박서준",
    "정영수",
    "Mark Will",
    "Grace Park",
    "May Young",
    "Rose King",
    "Hope Brooks",
    "Dean Stone",
    "Jane Miller",
    "April Summer",
    "Bill Price",
    "Frank Long",
];

#[test]
fn a_clean_brief_of_two_hundred_lines_raises_fewer_than_three_alarms() {
    let watch = watch(&WORDLIKE, &["D2", "Dental practice, 4 chairs", "의료영상 스타트업 · 2대", "한빛정밀"]);
    let brief = include_str!("clean_brief.txt");
    assert_eq!(brief.lines().count(), 200);
    let alarms: Vec<_> =
        brief.lines().flat_map(|line| told(line, &watch).into_iter().map(move |it| (it, line))).collect();
    assert!(alarms.len() < 3, "{} alarms: {alarms:#?}", alarms.len());
    let whole = find(brief, &watch);
    assert!(whole.len() < 3, "{:?}", whole.iter().map(|it| &brief[it.bytes.clone()]).collect::<Vec<_>>());
}

#[test]
fn the_samples_hold_nobody() {
    for sample in [
        include_str!("../../../sample_data/ai_pc.ko.jsonl"),
        include_str!("../../../sample_data/clinic_booking.en.jsonl"),
    ] {
        let records = sample.lines().skip(1).map(|line| serde_json::from_str::<Record>(line).unwrap());
        let research = Research::of(records).unwrap();
        let watch = Watch::of(&research, WORDLIKE);
        let lines = research.notes().values().map(|note| note.text.as_str());
        let alarms: Vec<_> = lines.flat_map(|line| told(line, &watch).into_iter().map(move |it| (it, line))).collect();
        assert!(alarms.len() < 2, "{alarms:#?}");
        let bare = Watch::of(&research, []);
        let alarms: Vec<_> = research.notes().values().flat_map(|note| told(&note.text, &bare)).collect();
        assert_eq!(alarms, []);
    }
}

#[test]
fn the_place_is_exact() {
    use LeakKind::{Company, Email, Name, Phone, Resident};
    let watch = watch(&["김민수 과장 (한빛정밀)", "Jane Miller, Acme Corp", "이슬", "Kim, Minsu"], &[]);
    let cases: [(&str, &[(LeakKind, &str)]); 18] = [
        ("민수가 말했다", &[(Name, "민수")]),
        ("김 민수님께", &[(Name, "김 민수")]),
        ("김과장님한테 물었다", &[(Name, "김과장")]),
        ("담당자김민수씨", &[(Name, "김민수")]),
        ("민수기 시장은 크다", &[]),
        ("이슬이 맺힘", &[(Name, "이슬")]),
        ("한빛정밀은 (주)새벽전자와 거래", &[(Company, "한빛정밀"), (Company, "(주)새벽전자")]),
        ("새벽전자㈜에서", &[(Company, "새벽전자㈜")]),
        ("We met Contoso Tools Ltd. in May", &[(Company, "Contoso Tools Ltd.")]),
        ("jane's desk, ACME's price", &[(Name, "jane"), (Company, "ACME")]),
        ("전화 010.1234.5678로", &[(Phone, "010.1234.5678")]),
        ("T. +82 (0)10-1234-5678", &[(Phone, "+82 (0)10-1234-5678")]),
        ("０１０－１２３４－５６７８", &[(Phone, "０１０－１２３４－５６７８")]),
        ("minsu (at) hanbit 으로", &[(Email, "minsu (at) hanbit")]),
        ("mail kim@a.co.kr.", &[(Email, "kim@a.co.kr")]),
        ("900101-1234567", &[(Resident, "900101-1234567")]),
        ("901301-1234567 901301-9234567", &[]),
        ("Minsu Kim과 kim minsu", &[(Name, "Minsu Kim"), (Name, "kim minsu")]),
    ];
    for (text, wanted) in cases {
        assert_eq!(told(text, &watch), wanted, "{text}");
    }
}

#[test]
fn one_word_has_one_digest_in_one_study_and_hides_it() {
    let watch = watch(&["김민수"], &[]);
    let of = |text: &str| find(text, &watch)[0].digest.clone();
    assert_eq!(of("김민수가"), of("김 민 수는"));
    assert_eq!(of("010-1234-5678"), of("+82 10 1234 5678"));
    assert_eq!(of("(주)새벽전자는"), of("새벽전자 주식회사"));
    assert_ne!(of("김민수"), of("민수가"));
    assert_ne!(digest(Id::from_u128(8), LeakKind::Name, "김민수"), of("김민수"));
    assert!(of("김민수").len() == 64 && !of("김민수").contains("민수"));
    let text = "민수가 010-1234-5678로 전화";
    assert_eq!(hidden(text, &find(text, &watch), |leak| format!("[{}]", leak.kind)), "[name]가 [phone]로 전화");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn whatever_it_reads_ranges_lie_in_order_on_boundaries(
        pieces in prop::collection::vec(prop_oneof![
            "\\PC{0,8}", "[0-9 .()+-]{0,18}", "[가-힣]{0,5}", "[\u{1100}-\u{11FF}]{0,4}", "[\u{200B}-\u{200F}\u{300}-\u{305}㈜@（）]{0,4}",
            Just("김민수".to_owned()), Just("주식회사".to_owned()), Just(" at a dot b ".to_owned()), Just("Inc".to_owned()), any::<String>(),
        ], 0..12),
        name in "\\PC{0,10}",
    ) {
        let text = pieces.concat();
        let mut watch = watch(&["김민수", "Jane Miller", &name], &[&name]);
        watch.firm(&name);
        let mut last = 0;
        for leak in find(&text, &watch) {
            prop_assert!(leak.bytes.start >= last && leak.bytes.start < leak.bytes.end);
            prop_assert!(text.get(leak.bytes.clone()).is_some());
            last = leak.bytes.end;
        }
    }
}
