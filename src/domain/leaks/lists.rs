//! Closed lists that the linter needs: family names, titles, the particles that follow a name, and the words of both
//! languages that are names as well. Lists only; what follows from them is decided where they are used.

/// Korean family names of two syllables.
pub(super) const LONG_FAMILIES: [&str; 9] = ["남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "망절"];

/// Korean family names of one syllable, those that more than a thousand people have.
pub(super) const FAMILIES: &str = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염\
    여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당";

/// Family names that are also words before a noun ("this", "one", "former"), so that a blank and a title are not enough.
pub(super) const WORDLIKE_FAMILIES: &str = "이한전현양우모제온시어피단당상간사본신주구원남동서";

/// Titles that stand behind a family name alone.
pub(super) const RANKS: &str =
    "씨 과장 부장 차장 대리 사장 상무 전무 대표 대표이사 팀장 실장 본부장 부사장 회장 부회장";

/// More of them, behind a family name that is no word.
pub(super) const MORE_RANKS: &str = "이사 원장 소장 교수 박사 선생 매니저 주임 책임 수석 선임 프로 센터장 파트장 그룹장 변호사 기자 연구원 사원 여사 양 군";

/// What stands behind a given or a whole name, besides ranks.
pub(super) const HONORIFICS: &str = "님 씨 군 양 여사 고객 담당 담당자 점장 연구원 엔지니어 디자이너 의사 간호사 약사 총무 회계사 사원 형 누나 언니 오빠 PM";

/// Words that stand before a name without a blank where people type in haste.
pub(super) const LEADS: &str = "담당자 담당 대표 팀장 부장 과장 차장 대리 사장 이사 상무 전무 실장 본부장 원장 고객 참여자 참가자 면담자 인터뷰이 성함 이름";

/// Particles and forms of 이다 behind a name; they may follow one another.
pub(super) const PARTICLES: &str = "가 이 은 는 을 를 의 에게 에게서 한테 한테서 께 께서 와 과 랑 이랑 하고 도 만 까지 부터 처럼 보다 로 으로 에 \
    에서 야 아 여 이여 요 이요 이에요 예요 에요 이야 입니다 이라고 라고 이라는 라는 이라 라 이란 란 인데 이고 고 이며 며 이나 나 조차 \
    마저 밖에 뿐 대로 마다 네 들 측 쪽 말고 이면 면 라면 이라면 이었 였 다 습니다 어요 죠 이죠 지만 이지만 이든 든 인 일 이랬 랬 대 이대 한 \
    때문 덕분 같은 만큼 더러 보고 로서 으로서 라서 이라서 님 씨";

/// Particles that only people take.
pub(super) const HUMAN_PARTICLES: &str = "에게 에게서 한테 한테서 께 께서 더러";

/// Korean words that are given names as well: alone they count only with a title or a particle that only people take.
pub(super) const COMMON_KOREAN: &str = "하나 가을 이슬 수지 지원 수정 보람 사랑 은혜 소리 나라 우리 아름 슬기 미소 유리 시원 진주 현대 정도 예상 경영 \
    지수 지도 미래 정보 주의 동의 효과 하늘 바다 은하 시내 가람 진행 주연 상무 소중 기쁨 기회 승인 현장 준비 영업 영화 대표 성장 주기 인기 \
    인수 이상 전화 여름 봄이 겨울 한결 구슬 이유 유지 정지 상태 상황 기준 기대 우려 구매 비용 가격 감사 보안 도입 결정 \
    고민 고려 이용 사용 이해 이미 이후 이전 이번 이제 전체 전부 정책 정리 조건 조직 주문 주요 신규 신경 신청 안내 안전 안정 양식 오전 오후 \
    원인 원래 위험 유형 임원 임시 자료 장비 장기 정확 제품 조금 중요 지금 지역 차이 최근 최대 최소 추가 표준 한계 한도 현재 확인 환경 강조 강의 \
    공유 공급 구성 권한 기간 기능 기술 나중 남은 노력 도움 마음 마감 명확 모두 문제 문서 민감 반대 방법 배송 배경 백업 변경 부담 부분 상담 서류 \
    서버 선택 설명 설치 성능 소개 손해 송금 수량 수리 시간 시기 신뢰 실제 여유 연구 연락 연결 영향 예산 완료 외부 요청 용량 운영 은행 의견 인상 \
    인증 일정 임대 장점 적용 절차 점검 주장 지연 지출 진짜 처음 초기 총괄 평가 필요 하루 학습 한참 해결 협력 회사 회의 혜택 후기 소원 소망 희망 \
    지혜 정성 정직 진실 진심 평화 행복 사실 소식 단비 누리 마루 채움 태양 하루 \
    한글 현실 예지 도와 보배 별이 노을 이룸 이든 나비 다정 두리 모아 세상 \
    소라 솔이 수호 아이 자유 재미 정원 제이 조이 지오 초원 향기 효율";

/// Pronouns and the like that even take particles of people.
pub(super) const NEVER_ALONE: &str = "우리 모두 하루 회사 나라 아이 누리 고객 은행 조직 임원 상대 외부 현장";

/// English words that are names as well: alone they count only with a capital inside a sentence.
pub(super) const COMMON_ENGLISH: &str = "mark will grant rose hope grace bill frank jack art chase faith joy sue pat rich dean drew price brown white young \
    king long park cook banks case day field law best little small black green gray grey wood stone hill bush forest lake rivers \
    brooks wells west north south east summer winter autumn dawn sky star ruby jade pearl crystal amber olive violet iris lily daisy ivy holly \
    heather robin jay wren hunter mason baker tailor fisher potter porter walker smith bishop pope knight \
    page reed read ward rod rob max miles lance drew earl duke prince victor trust bond cash dollar penny ray gene guy buddy \
    sunny happy love power powers strong sharp swift wise good gold golden silver song sing sung son sun moon star land house hall church street \
    wall bridge ford hope honor justice liberty charity mercy patience constance verity harmony melody carol chance ace major rank lane \
    first last old new early late bright hardy moody noble loyal real true fair fine gay merry blue red pink cross bell book paper gift beach sand \
    savage cherry peach berry basil sage rosemary ginger candy coke kitty bear wolf fox crow drake finch sparrow bird lamb hawk swan \
    lee may han min sue won chin kang yang song oh no an do so go in on";

/// Months and days among them: they take a capital anyway, so they count with a title only.
pub(super) const CALENDAR: &str =
    "january april may june july august summer autumn winter spring sunday monday friday an in on no so do go oh";

/// What stands before a name in English.
pub(super) const ENGLISH_TITLES: &str = "mr mrs ms miss mx dr prof professor sir madam dear";

/// What people do in the word behind a name.
pub(super) const ENGLISH_DEEDS: &str =
    "said says told asked mentioned explained thinks thought wants wanted signed called wrote replied agreed argued";

/// Last words of labels for deals that name no company.
pub(super) const GENERIC_FIRMS: &str = "회사 업체 기업 제조사 개발사 스타트업 병원 의원 치과 한의원 학원 학교 대학 대학교 공장 매장 가게 상점 은행 기관 공공기관 센터 \
    연구소 협회 재단 법인 대기업 중소기업 중견기업 고객 고객사 거래처 대리점 유통사 완제품 제품 건 거래 본사 지사 그룹 플랫폼 쇼핑몰 서비스 \
    clinic clinics practice practices hospital company companies customer customers client clients account deal startup start-up agency firm shop store \
    school university bank manufacturer supplier vendor reseller office group team module product case factory plant";

/// What follows 주식회사 and is no name.
pub(super) const NO_FIRM: &str =
    "설립 전환 형태 법인 등기 대표 규모 이상 수준 이름 명의 소속 체제 구조 지분 주주 임원 직원 여부 관련 경우 같은";

/// Endings of company names in Latin letters; the first letter is a capital.
pub(super) const FIRM_ENDINGS: &str = "inc ltd gmbh corp llc plc corporation incorporated pte pty";
/// Those that are written in capitals.
pub(super) const FIRM_CAPITALS: &str = "ag bv nv kk";

/// Words that begin a sentence before a company's name and are not part of it.
pub(super) const NOT_OF_A_FIRM: &str = "the from at in we our with by and for to of a an is was after before when since both they he she it i as if but or so then because";

/// What follows a number that counts or costs something.
pub(super) const UNITS: &str =
    "원 만 억 천 개 명 건 대 시 년 월 일 회 번째 달러 엔 유로 위안 장 권 부 톤 평 도 % won krw usd units people";
