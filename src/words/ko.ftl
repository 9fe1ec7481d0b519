### whybuy 한국어. en.ftl과 키, 속성, 인자가 같으며 시험이 이를 지킵니다.
### 이름표는 명사로, 문장은 -습니다로 끝냅니다. 조사는 JOSA로 고릅니다. 각 영역은 자기 구역에만 더합니다.


### == language ==

language-name = 한국어
date-full = { $year }년 { $month }월 { $day }일
date-and-time = { $date } { $time }
month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12



### == glossary ==

## 왜 사는가. 짧은 이름은 8칸까지.
dimension-trigger = 구매 계기
dimension-trigger-short = 계기
dimension-criteria = 판단기준
dimension-criteria-short = 기준
dimension-benefit = 기대효과
dimension-benefit-short = 기대
dimension-concern = 우려사항
dimension-concern-short = 우려
dimension-post_purchase = 구매 후 행동
dimension-post_purchase-short = 구매후
dimension-path = 경로
dimension-path-short = 경로
dimension-unsorted = 미분류
dimension-unsorted-short = 미분류

## 구매의 어느 때인가.
stage-problem = 문제 발생
stage-awareness = 인지
stage-consideration = 고려
stage-decision = 결정
stage-purchase = 구매·도입
stage-use = 사용·재구매·추천

## 누구의 말인가.
voice-verbatim = 원문
voice-paraphrase = 요약
voice-observation = 내 관찰
voice-owed = 보고 싶은 답
speaker-participant = 참여자
speaker-interviewer = 진행자

## 구매의 결과와 모집 경로.
outcome-won = 수주
outcome-lost = 실주
outcome-no_decision = 결정 없음
outcome-decided_not_bought = 결정했으나 구매 안 함
recruited-loyal = 충성 고객
recruited-ideal = 이상적 고객
recruited-lost = 잃은 고객
recruited-other = 그 밖

## 인터뷰와 질문.
source-interview = 인터뷰
source-survey = 설문
source-chat = 채팅
source-call = 통화
source-review = 리뷰
source-observation = 관찰
source-workshop = 워크숍
status-planned = 예정
status-running = 진행 중
status-done = 완료
asked-asked = 물음
asked-covered = 묻기 전에 말함
asked-skipped = 건너뜀

## 정직한 분모.
denominator-raised = 말함
denominator-asked = 물음
denominator-unprompted = 스스로
denominator-not_asked = 안 물음
denominator-open = 알 수 없음

## 근거.
state-strong = 충분
state-thin = 약함
state-assumption = 가정
state-contradicted = 반대 있음
state-stale = 낡음
origin-seeded = 브리프에서
origin-human = 손으로
stance-supports = 뒷받침
stance-contradicts = 반대

## 경로와 여정.
act-decision = 결정
act-interaction = 상호작용
act-action = 행동
lane-internal_event = 내부 사건
lane-feeling = 감정
lane-touchpoint = 접점
lane-expectation = 기대
lane-message = 우리 메시지
lane-next_stage = 다음 단계 계기
lane-kpi = 지표
lane-barrier = 장벽

## 기록의 종류.
kind-library = 라이브러리
kind-study = 연구
kind-theme = 주제
kind-question = 질문
kind-persona = 페르소나
kind-deal = 거래
kind-participant = 참여자
kind-interview = 인터뷰
kind-note = 줄
kind-path_event = 경로 사건
kind-asked = 물음 여부
kind-mark = 표시
kind-brief = 브리프
kind-journey = 여정
kind-claim = 주장
kind-touchpoint = 접점
kind-coverage = 채움
kind-saturation = 포화



### == steps ==

## 작업의 이름. 되돌리기, 다시 하기, 이력에 쓰입니다. $about은 코드나 이름입니다.
step-import-study = 연구 { $about } 들여오기

## 명령줄에서.
step-add-study = 연구 { $about } 추가
step-add-persona = 페르소나 { $about } 추가
step-add-participant = 참여자 { $about } 추가
step-add-deal = 거래 { $about } 추가
step-add-interview = 인터뷰 { $about } 추가
step-add-question = 질문 { $about } 추가
step-add-theme = 주제 { $about } 추가
step-remove-study = 연구 { $about } 삭제
step-remove-persona = 페르소나 { $about } 삭제
step-remove-participant = 참여자 { $about } 삭제
step-remove-deal = 거래 { $about } 삭제
step-remove-interview = 인터뷰 { $about } 삭제
step-remove-question = 질문 { $about } 삭제
step-remove-theme = 주제 { $about } 삭제
step-edit-participant = 참여자 { $about } 수정
step-add-lines = { $about }의 줄 추가
step-mark = { $about } 아래에 줄 표시
step-unmark = { $about }에서 표시 떼기
step-give-consent = { $about }의 동의 기록
step-withdraw-consent = { $about }의 철회 기록
step-import = { $about } 가져오기



### == tui ==

## Actions: the label in the footer, and .about for the help page and docs/keys.md.
action-quit = 끝내기
    .about = whybuy를 나갑니다. 먼저 모두 저장합니다
action-help = 도움말
    .about = 이 화면의 키
action-commands = 전체
    .about = 여기서 할 수 있는 모든 것과 그 키
action-undo = 되돌리기
    .about = 마지막 작업을 되돌리고 무엇인지 알립니다
action-redo = 다시 하기
    .about = 되돌린 작업을 다시 합니다
action-search = 찾기
    .about = 모든 연구의 모든 줄을 입력하는 대로 찾습니다
action-back = 뒤로
    .about = 한 단계 뒤로
action-up = 위
    .about = 한 줄 위로
action-down = 아래
    .about = 한 줄 아래로
action-page-up = 쪽 위
    .about = 한 쪽 위로
action-page-down = 쪽 아래
    .about = 한 쪽 아래로
action-home = 처음 화면
    .about = 처음 화면으로. 인터뷰는 진행 중으로 남습니다
action-top = 처음
    .about = 첫 줄로
action-bottom = 마지막
    .about = 마지막 줄로
action-open = 열기
    .about = 커서가 있는 것을 엽니다
action-new = 새로
    .about = 새로 만듭니다
action-change = 고치기
    .about = 커서가 있는 것을 고칩니다
action-drop = 빼기
    .about = 커서가 있는 것을 뺍니다
action-people = 사람
    .about = 연구의 참여자
action-themes = 주제
    .about = 차원별 주제
action-brief = 브리프
    .about = 페르소나에 대해 알려진 것과 그 근거
action-journey = 여정
    .about = 브리프에서 심은 페르소나의 여정
action-studies = 연구
    .about = 이 라이브러리의 연구
action-capture = 기록
    .about = 실시간 기록을 시작하거나 이어 갑니다
action-read = 읽기
    .about = 인터뷰를 읽습니다
action-consent = 동의
    .about = 이 참여자가 동의한 것을 적습니다
action-guide = 질문지
    .about = 연구의 질문들, 이 인터뷰에서 어떻게 되었는지
action-sort = 정리
    .about = 줄마다 키 두 번으로 차원과 주제를 정합니다
action-theme-a = 첫째 주제
    .about = 제안된 첫째 주제에 줄을 넣습니다
action-theme-b = 둘째 주제
    .about = 제안된 둘째 주제에 줄을 넣습니다
action-theme-c = 셋째 주제
    .about = 제안된 셋째 주제에 줄을 넣습니다
action-theme-new = 새 주제
    .about = 아직 없는 주제를 만들어 줄을 넣습니다
action-asked = 물음
    .about = 질문을 했습니다
action-covered = 답 나옴
    .about = 묻기 전에 답이 나왔습니다
action-skipped = 건너뜀
    .about = 질문을 뺐습니다
action-unasked = 지움
    .about = 아직 아무 일도 없는 질문으로 되돌립니다
action-raise = 위로
    .about = 질문을 한 칸 위로 옮깁니다
action-lower = 아래로
    .about = 질문을 한 칸 아래로 옮깁니다
action-next-line = 다음 줄
action-end-card = 마무리
action-later = 나중에
action-discard = 쓰던 줄 버리기
action-export = 파일로
    .about = 마크다운으로 새 파일에 씁니다
action-log = 기록
    .about = 줄을 기록합니다. 바로 저장됩니다
action-trigger = 계기
    .about = 구매 계기: 이 줄과 다음 줄들
action-criteria = 기준
    .about = 판단기준: 이 줄과 다음 줄들
action-benefit = 기대
    .about = 기대효과: 이 줄과 다음 줄들
action-concern = 우려
    .about = 우려사항: 이 줄과 다음 줄들
action-post-purchase = 구매후
    .about = 구매 후 행동: 이 줄과 다음 줄들
action-path = 경로
    .about = 경로 사건 하나. 앞의 숫자가 단계입니다
action-unsorted = 미분류
    .about = 차원 없이. 나중에 정리합니다
action-recorder = 녹음
    .about = 녹음을 지금 시작함: 00:00:00
action-feeling = 감정
    .about = 구매자의 감정 -2~+2: 이 줄, 비었으면 마지막 줄
action-star = 별표
    .about = 다시 볼 줄: 이 줄, 비었으면 마지막 줄
action-mark = 주제
    .about = 주제를 표시: 이 줄, 비었으면 마지막 줄
action-correct = 고치기
    .about = 앞선 줄을 고칩니다. 옛 문장은 개정으로 남습니다
action-end = 마침
    .about = 인터뷰를 마칩니다. 남은 답을 먼저 보여 줍니다
action-next = 다음
    .about = 다음 칸이나 단계. 주제 이름을 완성합니다
action-previous = 이전
    .about = 이전 칸이나 단계
action-stance = 찬반
    .about = 줄이 주제를 뒷받침하는지 반대하는지
action-keep = 남기기
action-values = 값 고르기
action-new-interview = 새 인터뷰
action-go-on = 이어쓰기
action-prepare = 준비
action-more = 모두 보기
action-unmark = 표시 빼기

## Where one is.
place-anywhere = 어디서나
place-lists = 목록
place-sheets = 입력 창
place-home = 처음 화면
place-studies = 연구
place-people = 참여자
place-participant = 참여자 한 사람
place-capture = 실시간 기록
place-reader = 인터뷰
place-search = 찾기
place-themes = 주제
place-evidence = 근거
place-personas = 페르소나
place-brief = 브리프
place-journey = 여정
place-form = 입력 칸
place-picker = 주제 고르기
place-commands = 전체 명령
place-help = 도움말
place-card = 준비 카드
place-sort = 정리
place-guide = 질문지
place-ask = 물음
help-title = 키: { $place }
keys-title = 키
keys-note = 키맵에서 만든 문서입니다. 목록에서는 한글 상태에서도 글자 키가 듣습니다. 같은 자리의 한글 글자를 함께 적었습니다. 글 칸에서는 모든 글자가 글이며, 빗금 낱말은 실시간 기록의 빈 줄 처음에 씁니다.
keys-columns = | 키 | 일 | 하는 일 |
commands-title = 여기서 할 수 있는 것

## What is saved.
saved = 저장됨
saving = 저장 중
not-saved = { $count }건 저장 안 됨: { $why }
unsaved-retry = 다시 시도하고 저장되면 나가기
unsaved-rescue = whybuy import가 읽는 파일로 쓰기
unsaved-discard = 버리고 나가기
rescued = { $file }에 { $count }건을 썼습니다
written = 파일을 썼습니다: { $file }
undone = 되돌림: { $what }
redone = 다시 함: { $what }
nothing-to-undo = 되돌릴 것이 없습니다.
nothing-to-redo = 다시 할 것이 없습니다.
index-rebuilding = 색인: { $total }줄 가운데 { $done }줄. 그동안에도 찾을 수 있습니다

## Counts.
people = { $count }명
lines = { $count }줄
minutes-ago = { $count }분
hours-ago = { $count }시간
days-ago = { $count }일

## Forms.
field-study = 연구
field-code = 코드
field-persona = 페르소나
field-role = 역할
field-outcome = 결과
field-name = 이름
field-file = 파일
first-run = 첫 연구의 이름은 무엇입니까?
study-new = 새 연구
person-new = 새 참여자. 이름이 아니라 코드로 적습니다
person-withdrawn = 이 참여자는 동의를 철회했습니다. 아무것도 보일 수 없습니다.
person-change = 참여자 고치기

## Consent.
consent-title = { $code }의 동의
consent-participate = 참여
consent-record = 녹음
consent-quote = 인용
consent-keep = 12개월 보관 ({ $date }까지)
consent-in-call = 통화에서 구두로 받기
consent-noted = { $code } 구두 동의를 { $time }에 적었습니다.
consent-verbal = 통화에서 구두로 동의
consent-none = 동의 없음
consent-full = 동의
consent-no-quotes = 인용 불가
consent-withdrawn = 철회
consent-waiting = 동의 대기

## Home.
home-unfinished = 쓰던 것
home-today = 오늘
home-next = 다음
home-to-do = 할 일
home-missing = 부족
home-last-saved = 마지막 저장 { $time }
home-ago = { $age } 전에 쓰던 줄
home-unsorted = 미분류 { $count }줄
home-owed = 보고 싶은 답 { $count }
draft-drop = 쓰던 줄을 버릴까요?
draft-drop-yes = 버리기
draft-dropped = 쓰던 줄을 버렸습니다.
home-more = 그 밖에 { $count }건
home-empty = 아직 인터뷰가 없습니다. n 키로 첫 인터뷰를 시작합니다.
home-no-study = 연구 하나에 그 참여자, 인터뷰, 주제가 모입니다. s 키로 만들거나 고릅니다.

## People and interviews.
people-empty = 연구의 참여자가 여기에 나옵니다. n 키로 첫 참여자를 만듭니다.
participant-empty = 인터뷰가 여기에 나옵니다. n 키로 시작합니다.
reader-empty = 이 인터뷰에는 아직 줄이 없습니다.
reader-correct = 줄 고치기. 옛 문장은 개정으로 남습니다

## Live capture.
recorder = 녹음
recorder-synced = 지금부터 녹음: 00:00:00.
capture-empty = 한 줄을 쓰고 Enter를 누릅니다. 첫 글자: " 원문, ! 내 관찰, ? 보고 싶은 답. F1~F5는 차원, F6은 경로입니다.
draft-kept = 보관됨
draft-waiting = 보관 중
offer-refile = 마지막 줄을 { JOSA($dimension, "으로/로") }? Enter
offer-correct = { $code } 고치는 중: Enter 남기기, Esc 그만두기
offer-theme = Tab: #{ $name }
offer-below = 아래에 { $count }줄 더
offer-unsorted = 미분류 { $count }줄
correction-open = 문장이 바뀌었습니다. Enter는 남기고 Esc는 그대로 둡니다.
recovered = { $time }에 쓰던 줄을 되살렸습니다.
slash-unknown = { JOSA($word, "은/는") } 명령이 아닙니다. 앞에 빈칸을 두면 글이 됩니다.
theme-needs-dimension = 주제에는 차원이 필요합니다. 줄을 먼저 차원에 넣으십시오.
end-title = 인터뷰를 마칩니까?
end-yes = 마침
end-owed = 보고 싶은 답 { $count }개가 남았습니다. 아직 물을 수 있습니다:
end-empty = 아직 닿지 않음: { $subjects }

## The card before a call.
card-whole-study = 연구 전체
card-first = 첫 인터뷰
card-again = { $count }번째 인터뷰
card-earlier = 지난 인터뷰
card-said = 이 집단이 말한 것
card-people = 사람
card-asked = 물음
card-against = 반대
card-nobody-asked = 안 물음
card-no-contradiction = 없음
card-alone = 한 사람에게만 기대는 주장
card-gaps = 물어볼 빈칸
card-not-asked = 안 물음
card-nobody = 이 페르소나는 아직 아무도 인터뷰하지 않았습니다. 모두 새로운 이야기입니다.
card-nothing = 아직 주제에 든 줄이 없습니다.
card-no-consent = 아직 동의가 없습니다. 5를 누르면 기록을 열고 통화에서 동의를 받습니다.
card-ask-trigger = 하필 그때 알아보기 시작한 계기는 무엇이었나요?
card-ask-criteria = 무엇을 견주었고, 무엇 때문에 후보에서 뺐나요?
card-ask-benefit = 무엇이 달라지리라 기대했고, 실제로는 어땠나요?
card-ask-concern = 마지막까지 망설이게 한 것은 무엇이었고, 누구에게 말했나요?
card-ask-post_purchase = 산 뒤에 무슨 일이 있었고, 재계약은 누가 정하나요?
card-ask-path = 누가 어떤 순서로 움직였고, 어디에서 되돌아갔나요?
card-ask-theme = “{ $theme }” 이야기가 먼저 나오는지 들어 봅니다

## The debrief.
sort-left-of = { $left }/{ $all } 남음
sort-over = 끝
sort-leave = 미분류로 둠
sort-left = 그대로 둠
sort-new-theme = 새 주제…
sort-dimension-first = 차원을 먼저 정하면 주제를 만들 수 있습니다
sort-last = 다른 줄은 모두 끝났습니다. 숫자로 정하거나 0으로 둡니다.
sort-marked = { $dimension } · { $theme } ({ $people }명째)
sort-reason = 이 사람이 산 진짜 이유 한 줄
sort-not-asked = 묻지 못함
sort-no-line = 물었으나 줄 없음
end-filled = 이 인터뷰가 채운 것
end-themes = { $count ->
    [0] 새 주제 없음
   *[other] 새 주제 { $count }개
}
end-gaps = 남은 빈칸
end-not-asked = 안 물음으로 적음: { $subjects }

## The guide.
guide-empty = 연구의 질문이 물을 순서대로 여기에 놓입니다. n을 눌러 첫 질문을 적습니다.
guide-open = { $all }개 가운데 { $open }개 남음
field-question = 질문
field-subject = 차원
field-probes = 캐묻기
field-theme = 주제
question-new = 새 질문 (캐묻기는 /로 나눔)
question-change = 질문 고치기 (캐묻기는 /로 나눔)
question-drop = 이 질문을 뺄까요?
question-drop-yes = 빼기
question-drop-uses = 인터뷰 { $count }건에 적힌 물음 여부도 함께 빠집니다.

## Search.
search-hint = 낱말을 입력합니다. 거르기: concern:, persona:, role:, outcome:, voice:, theme:, date:2024.., "정확한 구절", -빼기
search-nothing = 이렇게 말한 줄이 없습니다. 낱말이나 거르기를 줄여 보십시오.
search-counts = { $people }명 · { $lines }줄  { $ms } ms
search-behind = 색인보다 앞선 줄 { $count }
search-other-study = 그 줄은 { $study } 연구에 있습니다. 먼저 기록 화면에서 나가십시오.

## Themes and evidence.
picker-title = 주제
picker-new = 새로: { $name }
theme-new = 새 주제
theme-rename = 주제 이름 고치기
theme-drop = “{ $name }” 주제를 뺍니까?
theme-drop-yes = 뺌
theme-not-empty = 이 주제에 줄이나 질문이 있습니다. 먼저 표시를 빼십시오.
evidence-empty = 여기에 해당하는 줄이 없습니다.

## Briefs and journeys.
personas-brief = 어느 페르소나의 브리프입니까?
personas-journey = 어느 페르소나의 여정입니까?
personas-empty = 아직 페르소나가 없습니다. 참여자에게 페르소나를 적으십시오.
journey-debt = 가정 부채 { $weak }/{ $filled }
journey-blank = 빈칸, 답할 것: { $answers }
journey-back = 되돌아감
journey-on = 나아감

## Steps of the screens. $about is a code or a name.
step-new-study = { $about } 연구 만들기
step-new-participant = { $about } 추가
step-change-participant = { $about } 고침
step-note-consent = { $about } 동의 적음
step-new-interview = { $about } 인터뷰 잡음
step-start-interview = { $about } 인터뷰 시작
step-end-interview = { $about } 인터뷰 마침
step-start-recorder = { $about } 녹음 시작
step-ask-question = { $about } 물음 여부 표시
step-move-question = 질문을 { JOSA($about, "으로/로") } 옮김
step-change-question = 질문 { $about } 고침
step-sort-line = { $about } 정리
step-line-to-path = { JOSA($about, "을/를") } 경로로 옮김
step-finish-debrief = { $about } 정리 마침
step-log-line = { $about } 기록
step-log-event = { $about } 기록
step-correct-line = { $about } 고침
step-correct-event = { $about } 고침
step-refile-line = { $about } 차원 옮김
step-star-line = { $about } 별표
step-feeling-line = { $about } 감정
step-mark-theme = { $about } 주제 표시
step-unmark-theme = { $about } 표시 뺌
step-new-theme = { $about } 주제 만들기
step-rename-theme = 주제 이름을 { JOSA($about, "으로/로") }
step-drop-theme = { $about } 주제 뺌

## Errors of the screens.
error-needs-terminal = 화면을 열려면 터미널이 필요합니다.
    .why = 입력이나 출력이 터미널이 아니거나 TERM이 “dumb”입니다.
    .hint = 터미널 창에서 실행하거나 명령을 쓰십시오. whybuy --help가 명령을 보여 줍니다.
error-terminal = 터미널을 쓸 수 없습니다.
    .why = 읽기나 쓰기가 되지 않았습니다.
    .hint = 저장됨으로 보인 것은 저장되어 있습니다. 다른 터미널에서 다시 시작하십시오.
error-file-there = { $file } 파일이 이미 있습니다.
    .why = 있는 파일은 덮어쓰지 않습니다.
    .hint = 다른 이름을 고르십시오.
error-file-not-written = { $file } 파일을 쓰지 못했습니다.
    .why = 폴더가 없거나 막혀 있거나 디스크가 찼습니다.
    .hint = 다른 곳을 고르십시오.



### == cli ==

## 도움말.
cli-about = 구매자 페르소나 인터뷰를 바로 기록하고, 구매자가 한 말을 찾고, 모든 주장에 근거가 있는 브리프와 여정을 그립니다.
cli-more = 명령이 없으면 화면이 열립니다. `whybuy help 명령`은 한 명령을 설명합니다.
cli-usage = 사용법:
cli-commands = 명령
cli-arguments = 인자
cli-options = 선택 사항
cli-globals = 모든 명령
cli-options-word = 선택 사항
cli-command-word = 명령
cli-error = 오류:
cli-any-json = JSON 문서 하나로 답함
cli-any-lang = 화면과 문장의 언어
cli-any-library = 라이브러리 파일 (WHYBUY_LIBRARY도 됨)
cli-any-study = 여럿일 때 다룰 연구
cli-any-ascii = ASCII 문자로만 그림
cli-any-help = 이 도움말 보기
cli-any-version = 판 번호 보기
cli-any-name = { $kind }의 이름, 코드 또는 번호
cli-any-yes = 묻지 않고 실행
cli-any-persona = 페르소나 이름
cli-any-participant = P07 같은 참여자 코드
cli-any-interview = 인터뷰: P07은 가장 최근 것, 또는 P07/이름
cli-any-dimension = 차원 또는 unsorted(미분류)
cli-any-limit = 최대 개수
cli-any-format = 문서 형식
cli-any-output = 이 파일에 씀. -는 표준 출력
cli-any-attr = rank=과장 같은 속성 하나. 여러 번 가능
cli-any-outcome = 구매의 결과
cli-any-date = YYYY-MM-DD 날짜
cli-any-source = 접촉의 종류
cli-any-theme = 주제 이름 또는 차원:이름
cli-any-file = 사본 파일
cli-any-new-about = 새 { $kind } 추가
cli-any-list-about = { $kind } 목록
cli-any-show-about = { $kind } 하나 보기
cli-any-rm-about = { $kind } 하나와 거기 딸린 모든 것 삭제
cli-any-restore-about = 삭제한 { $kind } 되살리기
cli-value-lang = 언어
cli-value-file = 파일
cli-value-name = 이름
cli-value-text = 글
cli-value-key-value = 이름=값
cli-value-tag-dimension = 태그=차원
cli-value-outcome = 결과
cli-value-code = 코드
cli-value-from = 경로
cli-value-participant = 참여자
cli-value-date = 날짜
cli-value-source = 종류
cli-value-moment = 일시
cli-value-subject = 대상
cli-value-dimension = 차원
cli-value-interview = 인터뷰
cli-value-voice = 말투
cli-value-speaker = 화자
cli-value-offset = 시각
cli-value-line = 줄
cli-value-theme = 주제
cli-value-format = 형식
cli-value-query = 검색어
cli-value-count = 개수
cli-value-persona = 페르소나

## 명령의 쓰임.
cli-demo-about = 예시 연구의 일회용 사본 열기
cli-demo-print_path = 사본만 만들고 위치를 출력. 화면은 열지 않음
cli-study-about = 연구: 조사 한 건
cli-study-new-name = 연구 이름
cli-study-new-goal = 하나의 목표를 한 문장으로
cli-study-new-works_if = 무엇을 보면 성공인지
cli-persona-about = 페르소나: 참여자에게서 만들어지는 구매자 유형
cli-persona-new-name = 페르소나 이름
cli-persona-new-who = 누구인지 한두 문장으로
cli-persona-new-approach = 이 유형에 다가가는 방법
cli-participant-about = 참여자: 이름이 아니라 코드로 적는 사람
cli-participant-new-code = P07 같은 코드. 없으면 다음 빈 코드
cli-participant-new-deal = 거래 이름
cli-participant-new-role = 구매에서 맡은 역할
cli-participant-new-recruited = 어디서 찾은 사람인지
cli-deal-about = 거래: 구매 사례와 그 결과
cli-deal-new-name = 회사 이름이 없는 이름표 (예: D2)
cli-deal-new-competitor = 누구에게 졌는지, 이름표로
cli-interview-about = 인터뷰: 참여자 한 사람과의 접촉
cli-interview-new-label = 인터뷰 이름. 없으면 날짜
cli-interview-new-planned = 예정 일시 (2026-03-02T14:00:00+09:00)
cli-question-about = 질문지의 질문, 순서대로
cli-question-new-text = 질문 문장
cli-question-new-subject = 무엇에 대한 질문인지
cli-question-new-probe = 캐묻는 질문. 여러 번 가능
cli-theme-about = 주제: 한 차원에서 되풀이되는 생각
cli-theme-new-name = 주제 이름
cli-theme-new-dimension = 주제가 속한 차원
cli-theme-new-memo = 연구자의 말로 적은 뜻
cli-log-about = 참여자 인터뷰의 기록 화면 열기
cli-log-persona = 참여자가 속할 페르소나
cli-note-about = 인터뷰의 줄
cli-note-add-about = 인자나 표준 입력의 줄 추가
cli-note-add-text = 각각 한 줄. 없으면 표준 입력의 줄들
cli-note-add-voice = 누구의 말인지. 없으면 요약
cli-note-add-speaker = 말한 사람. 없으면 참여자
cli-note-add-at = 인터뷰 시작부터의 시각, [시:]분:초
cli-note-add-star = 다시 볼 줄로 표시
cli-mark-about = 줄을 주제에 지지나 반대로 표시
cli-mark-notes = P07-L041 같은 줄 코드
cli-mark-contradicts = 주제에 반대되는 줄
cli-mark-remove = 주제에서 표시를 뗌
cli-import-about = 메모, 녹취, 연구 전체 가져오기
cli-import-files = 읽을 파일. -는 표준 입력
cli-import-format = 형식. 없으면 알아냄
cli-import-participant = 녹취의 참여자. 없으면 새 코드
cli-import-persona = 파일에 페르소나가 없는 사람의 페르소나
cli-import-interviewer = 녹취에서 묻는 사람: 이름표나 번호
cli-import-speaker = 녹취에서 답하는 사람. 여러 번 가능
cli-import-dimension = 차원이 없는 줄의 차원
cli-import-tag = 태그의 차원: 그 줄은 거기 주제 아래로
cli-import-interview = 인터뷰 이름. 없으면 날짜
cli-import-date = 파일에 날짜가 없을 때의 인터뷰 날짜
cli-import-dry_run = 무엇을 가져올지만 알리고 저장하지 않음
cli-export-about = 연구 전체나 줄을 문서로 내보내기
cli-export-notes = 줄만 평평하게: 한 줄에 객체 하나
cli-search-about = 줄 찾기. 거르는 조건은 검색어 안에
cli-search-query = 낱말, "구절", -낱말, concern:낱말, persona:, outcome:, role:, voice:, theme:, date:2024..
cli-search-context = 앞뒤 줄을 이만큼 함께 보임
cli-show-about = 줄이나 경로 사건을 코드로 보기
cli-show-code = P07-L041, P07-L041.r1 또는 P07-E03
cli-coverage-about = 인터뷰마다 다룬 것과 얇은 곳
cli-brief-about = 페르소나에 대해 아는 것, 주장마다
cli-journey-about = 브리프에서 시작한 페르소나의 여정
cli-undo-about = 가장 최근 작업 되돌리기
cli-redo-about = 되돌린 작업 다시 하기
cli-history-about = 연구의 작업, 최근 것부터
cli-consent-about = 참여자가 동의한 것
cli-consent-show-about = 참여자의 동의 보기
cli-consent-give-about = 동의를 받았다고 적기
cli-consent-give-record = 녹음에 동의
cli-consent-give-quote = 인용에 동의
cli-consent-give-verbal = 통화에서 구두로 동의
cli-consent-give-keep_until = 자료를 보관해도 되는 마지막 날
cli-consent-withdraw-about = 동의를 거두었다고 적기
cli-backup-about = 확인된 라이브러리 사본 쓰기
cli-backup-file = 사본 파일. 없으면 백업 폴더
cli-restore-about = 사본에서 라이브러리 되돌리기
cli-reindex-about = 색인을 라이브러리에서 새로 만들기
cli-doctor-about = 어디에 무엇이 있고 온전한지

## 표의 머리와 이름표.
cli-head-name = 이름
cli-head-people = 사람
cli-head-lines = 줄
cli-head-created = 시작
cli-head-goal = 목표
cli-head-works-if = 성공 조건
cli-head-persona = 페르소나
cli-head-role = 역할
cli-head-outcome = 결과
cli-head-deal = 거래
cli-head-recruited = 모집
cli-head-consent = 동의
cli-head-attributes = 속성
cli-head-competitor = 경쟁
cli-head-about = 누구
cli-head-approach = 접근
cli-head-dimension = 차원
cli-head-memo = 메모
cli-head-subject = 대상
cli-head-text = 글
cli-head-probes = 캐묻기
cli-head-theme = 주제
cli-head-date = 날짜
cli-head-status = 상태
cli-head-source = 종류
cli-head-planned = 예정
cli-head-started = 시작
cli-head-ended = 끝
cli-head-when = 언제
cli-head-who = 누구
cli-head-edits = 수정
cli-head-step = 작업
cli-head-interview = 인터뷰
cli-head-study = 연구
cli-head-touchpoint = 접점
cli-head-by = 한 사람
cli-head-participant = 사람
cli-head-unsorted = 미분류
cli-head-owed = 남은 답
cli-head-participate = 참여
cli-head-record = 녹음
cli-head-quote = 인용
cli-head-verbal = 구두
cli-head-given = 동의일
cli-head-withdrawn = 철회일
cli-head-keep-until = 보관 기한
cli-yes = 예
cli-no = 아니요
cli-no-persona = (없음)

## 답.
cli-added = { $kind } { JOSA($name, "을/를") } 추가했습니다.
cli-removed = { JOSA($name, "을/를") } 삭제했습니다: { $what }. `whybuy { $command } restore`로 되살립니다.
cli-restored = { $kind } { JOSA($name, "을/를") } 되살렸습니다.
cli-list-empty = 아직 { JOSA($kind, "이/가") } 없습니다.
cli-ask-remove = { JOSA($name, "을/를") } 삭제할까요? { JOSA($what, "이/가") } 삭제됩니다. [y/N]
cli-ask-restore = 라이브러리 { JOSA($library, "을/를") } 되돌릴까요? 지금 상태의 사본은 남깁니다. [y/N]
cli-count-study = 연구 { $count }건
cli-count-theme = 주제 { $count }개
cli-count-question = 질문 { $count }개
cli-count-persona = 페르소나 { $count }개
cli-count-deal = 거래 { $count }건
cli-count-participant = 참여자 { $count }명
cli-count-interview = 인터뷰 { $count }건
cli-count-note = { $count }줄
cli-count-path_event = 경로 사건 { $count }개
cli-count-asked = 물은 질문 { $count }개
cli-count-mark = 표시 { $count }개
cli-marked-supports = “{ $theme }” 지지로 표시: { $notes }
cli-marked-contradicts = “{ $theme }” 반대로 표시: { $notes }
cli-marked-unmarked = “{ $theme }”에서 뗌: { $notes }
cli-undone = 되돌림: { $step }
cli-redone = 다시 함: { $step }
cli-history-undone = (되돌림)
cli-reindexed = 색인을 새로 만들었습니다: { $count }줄
cli-progress-lines = { $total }줄 가운데 { $done }줄
cli-consent-open = 아직 없음
cli-consent-given = 동의함
cli-consent-withdrawn = 철회함
cli-backup-done = 복사하고 확인했습니다: { $file }
cli-restore-done = 라이브러리를 사본에서 되돌렸습니다: { $file }
cli-restore-kept = 그 전의 라이브러리: { $file }
cli-search-found = { $people }명, { $lines }줄
cli-search-nothing = 찾은 줄이 없습니다.
cli-search-dimensions = 줄
cli-search-personas = 사람
cli-search-more = { $count }줄 더 있습니다. --limit으로 더 봅니다.
cli-search-forms = “{ $typed }”: “{ $sought }” 꼴도 찾았습니다.
cli-search-initials = “{ $typed }”: 초성으로 찾았습니다.
cli-search-as_hangul = “{ $typed }”: 한글 자판으로 친 “{ $sought }”도 찾았습니다.
cli-search-as_latin = “{ $typed }”: 영문 자판으로 친 “{ $sought }”도 찾았습니다.
cli-show-newer = 가장 새 글은 r{ $revision }입니다.
cli-coverage-empty = 아직 시작한 인터뷰가 없습니다.
cli-coverage-people = { $count }명 가운데 다룬 사람
cli-doctor-version = 판
cli-doctor-library = 라이브러리
cli-doctor-index = 색인
cli-doctor-terminal = 단말기
cli-doctor-language = 언어
cli-doctor-absent = 아직 없음
cli-doctor-sound = 온전함
cli-doctor-holds = 연구 { $studies }건, { $lines }줄
cli-doctor-no-index = 쓸 수 없음. 검색은 라이브러리를 읽고, reindex가 새로 만듭니다
cli-doctor-index-current = 최신
cli-doctor-index-behind = 변경 { $count }개 뒤. 검색에는 모두 보입니다

## 가져오기.
cli-import-study = 연구 “{ $study }”: { $people }명, { $lines }줄
cli-import-taken = { $taken }줄을 가져왔고 { $refused }줄은 가져오지 않았습니다 ({ $format })
cli-import-interview-row = { $participant }, 인터뷰 { $label }: { $lines }줄
cli-import-interview-new = { $participant }, 새 인터뷰 { $label }: { $lines }줄
cli-import-speaker-row = 화자 { $position } “{ $label }”: { $role }, 발언 { $turns }번
cli-import-guess-told = 지정한 사람을 진행자로 보았습니다.
cli-import-guess-label = 이름표로 진행자를 알아냈습니다.
cli-import-guess-questions = 가장 많이 묻는 사람을 진행자로 보았습니다. --interviewer로 고칩니다.
cli-import-guess-first = 묻는 사람이 없어 먼저 말한 사람을 진행자로 보았습니다. --interviewer로 고칩니다.
cli-import-theme = 새 주제 “{ $theme }” ({ $dimension })
cli-import-columns = 쓰지 않은 열: { $columns }
cli-import-tags = 차원이 없어 쓰지 않은 태그 (--tag): { $tags }
cli-import-refused = 가져오지 않은 줄: { $count }
cli-import-remarks = 살펴볼 점: { $count }
cli-import-dry = 아무것도 저장하지 않았습니다.
cli-more-lines = 그 밖에 { $count }개
cli-role-interviewer = 진행자
cli-role-participant = 참여자
cli-role-other = 다른 사람



### == errors ==

error-crash = whybuy가 자체 결함으로 멈췄습니다. 저장됨으로 보인 줄은 저장되어 있습니다. 다시 시작하면 이어집니다. 아래 위치를 알려 주십시오. 인터뷰 내용은 들어 있지 않습니다.
error-theme-needs-dimension = 주제는 미분류일 수 없습니다.
    .why = 주제는 다섯 차원 가운데 하나에서 되풀이되는 생각입니다.
    .hint = 차원을 정하십시오: trigger, criteria, benefit, concern, post_purchase.
error-participant-code = { JOSA($code, "은/는") } 참여자 코드가 아닙니다.
    .why = 참여자는 이름이 아니라 코드로만 적습니다.
    .hint = P07처럼 글자 뒤에 번호를 쓰십시오.
error-out-of-range = 값이 범위를 벗어났습니다: { $field }.
    .why = 번호는 1부터, 감정은 -2부터 +2까지입니다.
    .hint = 값을 고치고 다시 하십시오.
error-text-empty = “{ $field }” 칸이 비어 있습니다.
    .why = 나중에 찾거나 인용할 내용이 없습니다.
    .hint = 내용을 쓰거나 그 기록을 빼십시오.
error-text-too-long = “{ $field }” 칸이 너무 깁니다.
    .why = 한도는 { $limit }바이트입니다.
    .hint = 여러 줄로 나누십시오.
error-text-not-clean = “{ $field }” 칸에 쓸 수 없는 문자가 있습니다.
    .why = 제어 문자, 보이지 않는 서식 문자, 풀어 쓴 자모는 받지 않습니다.
    .hint = whybuy로 가져오면 정리되어 들어옵니다.
error-other-study = 다른 연구에 속한 것입니다.
    .why = 한 번의 작업은 한 연구만 바꿉니다.
    .hint = --study로 연구를 고르십시오.
error-needs-missing = 필요한 { JOSA($kind, "이/가") } 없습니다.
    .why = 지워졌거나 아직 만들지 않았습니다.
    .hint = { JOSA($kind, "을/를") } 먼저 만드십시오.
error-still-needed = 이 { JOSA($kind, "은/는") } 지울 수 없습니다.
    .why = 다른 기록이 이것에 기대고 있습니다.
    .hint = 그 기록을 먼저 지우거나 옮기십시오.
error-record-missing = 그런 { JOSA($kind, "이/가") } 없습니다.
    .why = 지워졌거나 아직 만들지 않았습니다.
    .hint = 목록을 보고 다시 하십시오.
error-already-there = 이 { JOSA($kind, "은/는") } 이미 있습니다.
    .why = 코드나 이름이나 짝이 같은 { JOSA($kind, "이/가") } 있습니다.
    .hint = 그것을 고치거나 다른 이름을 쓰십시오.

## 라이브러리와 저장.
error-study-missing = 이름이 “{ $name }”인 연구가 없습니다.
    .why = 지우지 않은 연구 가운데 이 이름이 없습니다.
    .hint = 연구 목록 보기: whybuy study list
error-no-study = 아직 연구가 없습니다.
    .why = 모든 기록은 연구 하나에 속합니다.
    .hint = 연구 만들기: whybuy study new 이름
error-study-needed = 어느 연구인지 정해야 합니다.
    .why = 라이브러리에 연구가 { $count }개 있습니다.
    .hint = --study 이름으로 고르십시오.
error-study-there = 이름이 “{ $name }”인 연구가 이미 있습니다.
    .why = 이름이 같은 두 연구는 구별할 수 없습니다.
    .hint = 다른 이름을 주거나 --library 파일로 다른 라이브러리를 쓰십시오.
error-persona-missing = 그런 페르소나가 없습니다.
    .why = 지워졌거나 아직 만들지 않았습니다.
    .hint = 페르소나 목록 보기: whybuy persona list
error-index-stopped = 검색 색인 만들기를 멈췄습니다.
    .why = 멈추라는 요청이 있었습니다. 잃은 것은 없으며 색인은 언제든 라이브러리에서 다시 만듭니다.
    .hint = 다시 시작하기: whybuy reindex
error-rescue-failed = 구조 파일을 쓰지 못했습니다.
    .why = 디스크가 찼거나, 쓸 수 없는 곳이거나, 같은 이름의 파일이 있습니다.
    .hint = 나가기 전에 다른 곳을 골라 다시 하십시오.
error-library-busy = 다른 whybuy가 이 라이브러리에 쓰고 있습니다.
    .why = 한 번에 하나만 쓸 수 있고, 기다릴 수 있는 만큼 기다렸습니다.
    .hint = 잠시 뒤 다시 하거나 다른 쪽을 닫으십시오.
error-disk-full = 디스크가 가득 찼습니다.
    .why = 쓸 자리가 없었습니다. 전에 저장된 것은 잃지 않았습니다.
    .hint = 자리를 만들고 다시 하십시오. 검색 색인은 지워도 다시 만들어집니다.
error-library-damaged = 라이브러리 파일이 손상되었습니다.
    .why = 들어 있는 내용이 쓴 내용과 다릅니다. 아무것도 바꾸지 않았습니다.
    .hint = 파일을 따로 복사해 두고 백업을 되살리십시오: whybuy restore 파일
error-library-io = 라이브러리를 읽거나 쓰지 못했습니다.
    .why = 디스크나 운영체제가 거절했습니다.
    .hint = 디스크가 있고 쓸 수 있는지 보고 다시 하십시오.
error-library-unreadable = 라이브러리에 읽을 수 없는 값이 있습니다.
    .why = whybuy가 아닌 것이 썼거나 파일이 손상되었습니다.
    .hint = whybuy doctor를 돌리거나 백업을 되살리십시오: whybuy restore 파일
error-library-foreign = { JOSA($path, "은/는") } 다른 프로그램의 데이터베이스입니다.
    .why = whybuy의 라이브러리라는 표시가 없습니다. 건드리지 않았습니다.
    .hint = --library 파일로 다른 파일을 쓰십시오.
error-not-a-library = { JOSA($path, "은/는") } 라이브러리가 아닙니다.
    .why = 데이터베이스 파일이 아닙니다. 건드리지 않았습니다.
    .hint = --library 파일로 다른 파일을 쓰거나 가져오십시오: whybuy import 파일
error-library-newer = 더 새로운 whybuy가 쓴 라이브러리입니다.
    .why = 스키마가 { $found }인데 이 프로그램은 { $known }까지 압니다. 건드리지 않았습니다.
    .hint = 더 새로운 whybuy를 쓰십시오.
error-library-without-wal = 이곳에는 라이브러리를 안전하게 둘 수 없습니다.
    .why = 미리 쓰기 로그를 켤 수 없습니다(방식: { $mode }). 네트워크 드라이브에서 그렇습니다.
    .hint = --library 파일로 이 컴퓨터의 디스크에 두십시오.
error-sqlite-too-old = 자료를 잃을 수 있는 SQLite로 만든 whybuy입니다.
    .why = { $version }판에 알려진 결함이 있습니다.
    .hint = 함께 든 SQLite로 다시 만드십시오.
error-migration-dangling = 새 스키마로 옮기면 끊어진 연결이 생깁니다.
    .why = { $step }단계 뒤에 없는 것을 가리키는 기록이 남습니다. 아무것도 바꾸지 않았습니다.
    .hint = 파일을 그대로 두고 알려 주십시오. 그 전에 만든 백업은 온전합니다.
error-backup-exists = { JOSA($path, "이/가") } 이미 있습니다.
    .why = 백업은 파일을 덮어쓰지 않습니다.
    .hint = 다른 이름을 고르십시오.
error-backup-damaged = 백업이 검사를 통과하지 못해 버렸습니다.
    .why = { $fault }
    .hint = whybuy doctor로 라이브러리를 살피고 다른 디스크에 해 보십시오.
error-path-not-text = 경로 { JOSA($path, "을/를") } 쓸 수 없습니다.
    .why = 이름이 올바른 글자가 아닙니다.
    .hint = 보통 글자로 된 경로를 고르십시오.
error-file-io = { JOSA($path, "을/를") } 읽거나 쓰지 못했습니다.
    .why = 디스크나 운영체제가 거절했습니다.
    .hint = 파일이 있는지, 쓸 권한이 있는지 보십시오.
error-rule-broken = 라이브러리의 규칙이 이것을 거절합니다.
    .why = 연구가 허락하지 않는 값이 있습니다. 아무것도 바꾸지 않았습니다.
    .hint = 값을 고치고 다시 하십시오.
error-store-fault = 저장소가 있을 수 없는 것을 만났습니다.
    .why = whybuy의 결함입니다. 저장된 것은 잃지 않았습니다.
    .hint = 다시 시작하고, 무엇을 했는지 알려 주십시오.
## 명령줄.
error-usage-command = “{ $name }” 명령은 없습니다.
    .why = 명령 목록에 없는 이름입니다.
    .hint = `whybuy --help`로 목록을 봅니다.
error-usage-command-near = “{ $name }” 명령은 없습니다.
    .why = 가장 가까운 명령은 “{ $near }”입니다.
    .hint = 그 명령을 쓰거나 `whybuy --help`로 목록을 봅니다.
error-usage-option = 여기서는 “{ $name }” 뜻을 알 수 없습니다.
    .why = 이 명령에는 그런 선택 사항이나 인자가 없습니다.
    .hint = --help를 붙여 무엇을 받는지 봅니다.
error-usage-option-near = 여기서는 “{ $name }” 뜻을 알 수 없습니다.
    .why = 가장 가까운 선택 사항은 “{ $near }”입니다.
    .hint = 그것을 쓰거나 --help를 붙여 무엇을 받는지 봅니다.
error-usage-value = { $name }에 “{ $value }” 값은 맞지 않습니다.
    .why = 쓸 수 있는 값: { $legal }.
    .hint = 그 가운데 하나를 고릅니다.
error-usage-value-wrong = { $name }에 “{ $value }” 값은 맞지 않습니다.
    .why = 거기에 필요한 종류의 값이 아닙니다.
    .hint = --help를 붙여 무엇을 받는지 봅니다.
error-usage-value-missing = { $name }에 값이 필요합니다.
    .why = 뒤에 아무것도 없습니다.
    .hint = 값을 뒤에 적습니다.
error-usage-value-count = { $name }의 값이 너무 많거나 적습니다.
    .why = 받는 개수가 정해져 있습니다.
    .hint = --help를 붙여 무엇을 받는지 봅니다.
error-usage-missing = 빠진 것이 있습니다: { $name }
    .why = 그것 없이는 명령이 할 일이 없습니다.
    .hint = --help를 붙여 무엇을 받는지 봅니다.
error-usage-command-missing = 명령이 빠졌습니다.
    .why = 이것은 여러 명령의 묶음입니다.
    .hint = --help를 붙여 명령들을 봅니다.
error-usage-conflict = { $name }, { $other }: 함께 쓸 수 없습니다.
    .why = 서로 반대되는 것을 시킵니다.
    .hint = 하나를 뺍니다.
error-usage-utf8 = 주어진 것이 UTF-8 글이 아닙니다.
    .why = 글자가 아닌 바이트가 있습니다.
    .hint = UTF-8로 바꾸거나, 다른 인코딩도 읽는 `import`를 씁니다.
error-usage-other = 명령줄의 뜻을 알 수 없습니다.
    .why = 부분들이 서로 맞지 않습니다.
    .hint = --help를 붙여 무엇을 받는지 봅니다.
error-no-library = 라이브러리가 없습니다: { $file }
    .why = 아직 거기에 저장한 것이 없습니다.
    .hint = `whybuy study new 이름`이나 `whybuy import 파일`로 시작하거나 `whybuy demo`로 둘러봅니다.
error-no-record = { $kind } “{ $name }”: 없습니다.
    .why = 추가한 적이 없거나 삭제되었습니다.
    .hint = 그 종류의 list 명령으로 목록을 봅니다. 연구는 --study로 고릅니다.
error-nothing-removed = { $kind } “{ $name }”의 삭제가 이력에 없습니다.
    .why = 삭제한 적이 없거나 삭제를 되돌렸습니다.
    .hint = `whybuy history`로 작업을 봅니다.
error-restore-later-steps = “{ $name }”: 바로 되살릴 수 없습니다.
    .why = 삭제한 뒤의 작업이 { $steps }개 있습니다.
    .hint = `whybuy undo`로 그것부터 되돌립니다. `whybuy history`로 작업을 봅니다.
error-nothing-to-undo = 되돌릴 것이 없습니다.
    .why = 이 연구의 이력이 비었거나 모두 되돌렸습니다.
    .hint = `whybuy history`로 작업을 봅니다.
error-nothing-to-redo = 다시 할 것이 없습니다.
    .why = 가장 최근 작업 뒤에 되돌린 것이 없습니다.
    .hint = `whybuy history`로 작업을 봅니다.
error-needs-yes = { JOSA($name, "을/를") } 삭제하지 않았습니다.
    .why = { JOSA($what, "이/가") } 삭제되는데, 물어볼 사람이 없습니다.
    .hint = 그럴 뜻이면 --yes를 붙입니다.
error-restore-needs-yes = 라이브러리 { JOSA($library, "을/를") } 바꾸지 않았습니다.
    .why = 물어볼 사람이 없습니다.
    .hint = 그럴 뜻이면 --yes를 붙입니다. 지금 상태의 사본은 남깁니다.
error-not-confirmed = 아무것도 바꾸지 않았습니다.
    .why = 예라고 답하지 않았습니다.
    .hint = 계속하려면 y로 답합니다.
error-participant-withdrawn = { JOSA($participant, "은/는") } 동의를 거두었습니다.
    .why = 동의를 거둔 사람의 줄은 보이지도, 세지도, 가져오지도 않습니다.
    .hint = `whybuy consent show { $participant }`로 언제부터인지 봅니다.
error-not-a-code = “{ $name }”: 줄의 코드가 아닙니다.
    .why = 코드는 P07-L041, P07-L041.r1, P07-E03처럼 생겼습니다.
    .hint = 검색이나 브리프에서 복사합니다.
error-code-in-studies = { JOSA($name, "은/는") } 여러 연구에 있습니다.
    .why = 코드는 연구마다 새로 셉니다.
    .hint = --study로 연구를 정합니다.
error-theme-ambiguous = 두 차원에 “{ $name }” 주제가 있습니다.
    .why = 주제 이름은 한 차원 안에서만 하나입니다.
    .hint = concern:{ $name }처럼 차원:이름으로 적습니다.
error-interview-needed = 어느 인터뷰인지 알 수 없습니다.
    .why = 진행 중인 인터뷰가 꼭 하나가 아닙니다.
    .hint = --interview P07 또는 P07/이름으로 정합니다.
error-no-lines = 추가할 줄이 없습니다.
    .why = 글이 없거나 비어 있습니다.
    .hint = 인자로 적거나 줄을 표준 입력으로 보냅니다.
error-not-a-date = “{ $value }”: 날짜가 아닙니다.
    .why = 날짜는 YYYY-MM-DD로 적습니다.
    .hint = 2026-03-02처럼 적습니다.
error-not-a-moment = “{ $value }”: 일시가 아닙니다.
    .why = 일시에는 날짜, 시각, 시간대가 있습니다.
    .hint = 2026-03-02T14:00:00+09:00처럼 적습니다.
error-not-an-offset = “{ $value }”: 인터뷰 안의 시각이 아닙니다.
    .why = [시:]분:초로 적습니다.
    .hint = 12:41이나 01:02:03처럼 적습니다.
error-not-a-pair = “{ $value }”: 속성이 아닙니다.
    .why = 속성은 이름=값으로 적습니다.
    .hint = rank=과장처럼 적습니다.
error-not-a-tag = “{ $value }”: 태그에 차원을 주지 않습니다.
    .why = 태그=차원으로 적습니다.
    .hint = 가격=concern처럼 적습니다.
error-fixed-clock = WHYBUY_NOW가 “{ $value }”인데 일시가 아닙니다.
    .why = 시험을 위해 시계를 고정하는 값이며 RFC 3339로 적습니다.
    .hint = 지우거나 2026-03-02T14:00:00+09:00처럼 적습니다.
error-no-home = 이 계정의 폴더를 알 수 없습니다.
    .why = HOME도 XDG 폴더도 정해져 있지 않습니다.
    .hint = HOME을 정하거나 --library로 라이브러리를 지정합니다.
error-file-missing = 파일이 없습니다: { $file }
    .why = 그 경로에는 아무것도 없습니다.
    .hint = 철자와 폴더를 확인합니다.
error-file-is-folder = 폴더입니다: { $file }
    .why = 거기에는 파일이 필요합니다.
    .hint = 그 안의 파일을 지정합니다.
error-file-unreadable = 읽을 수 없습니다: { $file }
    .why = 운영 체제가 거절했습니다.
    .hint = 권한과 디스크를 확인합니다.
error-file-unwritable = 쓸 수 없습니다: { $file }
    .why = 운영 체제가 거절했습니다.
    .hint = 폴더의 권한과 디스크의 남은 자리를 확인합니다.
error-write-stdout = 답을 쓸 수 없습니다.
    .why = 운영 체제가 거절했습니다.
    .hint = 출력이 가는 곳의 남은 자리를 확인합니다.
error-json = 답을 JSON으로 만들지 못했습니다.
    .why = whybuy 자체의 잘못입니다.
    .hint = 알려 주십시오. 바뀐 것은 없습니다.
error-not-private = 이 시스템에서는 파일을 다른 사람에게서 지킬 수 없습니다.
    .why = 코어 덤프를 막는 한도를 정할 수 없습니다.
    .hint = 제한된 셸이 아닌 보통 계정에서 실행합니다.
error-index-stays = 옛 색인을 지울 수 없습니다.
    .why = 라이브러리는 되돌렸지만 색인은 다른 이력을 따릅니다.
    .hint = `whybuy reindex`를 실행합니다.
error-index-busy = 색인이 쓰이고 있습니다.
    .why = 다른 whybuy가 지금 만들고 있습니다.
    .hint = 조금 뒤에 다시 합니다. 그동안에도 검색은 됩니다.

## 읽는 파일.
error-csv-no-text-column = 표에 한 말이 담긴 열이 없습니다.
    .why = 이 가운데 어느 머리글도 없습니다: { $columns }.
    .hint = 열 이름을 text로 바꾸어 다시 가져옵니다.
error-file-is-archive = 압축 파일이거나 사무용 문서입니다.
    .why = 글, 표, 자막, JSON만 읽습니다.
    .hint = 먼저 글, csv, vtt로 저장합니다.
error-file-not-text = 글이 아닌 파일입니다.
    .why = UTF-8, UTF-16, CP949 어느 것도 아닙니다.
    .hint = UTF-8 글로 저장해 다시 가져옵니다.
error-file-too-large = 파일이 너무 큽니다.
    .why = 한 번에 { $limit }MiB까지 읽습니다.
    .hint = 나눕니다.
error-import-whole-study = 연구 전체를 담은 파일입니다.
    .why = 다른 연구의 줄이 될 수 없습니다.
    .hint = 선택 사항 없이 가져오면 따로 한 연구가 됩니다.
error-speaker-unknown = 그런 화자는 없습니다.
    .why = 녹취의 화자는 { $speakers }명인데, 그 이름표나 번호가 없습니다.
    .hint = --dry-run으로 화자와 번호를 봅니다.
error-changed-since = 이 작업은 이제 되돌릴 수 없습니다.
    .why = 그때의 { JOSA($kind, "이/가") } 그 뒤에 바뀌었습니다. 다른 창에서 바꾸었을 수 있습니다.
    .hint = 그 기록을 보고 손으로 고칩니다.
error-read-failed = 파일을 끝까지 읽을 수 없습니다.
    .why = 운영 체제가 거절했습니다.
    .hint = 디스크를 확인하고 다시 합니다.
error-write-failed = 문서를 쓸 수 없습니다.
    .why = 운영 체제가 거절했습니다.
    .hint = 디스크의 남은 자리를 확인하고 다시 합니다.
error-study-no-header = whybuy 연구로 시작하는 파일이 아닙니다.
    .why = 첫 줄이 `export`가 쓰는 머리글이 아닙니다.
    .hint = 연구를 다시 내보내거나 파일의 --format을 정합니다.
error-study-schema-unknown = 알 수 없는 형식의 파일입니다.
    .why = 머리글이 whybuy.study/{ $known }도 그보다 오래된 것도 아닙니다.
    .hint = whybuy로 연구를 다시 내보냅니다.
error-study-schema-newer = 더 새로운 whybuy가 쓴 파일입니다.
    .why = 파일은 whybuy.study/{ $version }이고, 이 판은 { $known }까지 읽습니다.
    .hint = 더 새로운 whybuy를 씁니다.
error-study-line-unreadable = 연구 파일의 { $line }번째 줄이 기록이 아닙니다.
    .why = { $column }번째 칸에 기록에 있을 수 없는 것이 있습니다.
    .hint = 파일이 바뀌었거나 잘렸습니다. 연구를 다시 내보냅니다.
error-study-line-refused = 연구 파일의 { $line }번째 줄을 받을 수 없습니다.
    .why = 그 기록은 규칙에 어긋납니다: { $reason }.
    .hint = 파일이 바뀌었거나 잘렸습니다. 연구를 다시 내보냅니다.
error-study-cut-short = 연구 파일이 잘렸습니다.
    .why = 머리글에는 기록이 { $expected }개인데 { $found }개만 있습니다.
    .hint = 전체를 다시 복사하거나 내보냅니다.
error-study-empty = 파일에 연구가 없습니다.
    .why = 머리글만 있고 연구 기록이 없습니다.
    .hint = 연구를 다시 내보냅니다.

## 파일의 줄을 가져오지 않은 까닭과 짐작한 것.
refusal-text-empty = 글이 없음
refusal-text-too-long = 글이 너무 김
refusal-text-not-clean = 쓸 수 없는 문자가 있음
refusal-out-of-range = 숫자가 범위를 벗어남
refusal-value-unknown = “{ $column }” 열의 값을 읽을 수 없음
refusal-not-json = { $column }번째 칸부터 JSON이 아님
refusal-not-an-object = JSON 객체가 아님
refusal-more-cells-than-columns = 열보다 칸이 많아 나머지를 뺌
refusal-time-not-read = 시각을 읽을 수 없어 뺌
refusal-speaker-is-no-label = 화자 칸이 이름표가 아니어서 관찰로 남김
refusal-heading = 줄이 아니라 제목
refusal-before-first-speaker = 첫 화자 앞에 있음
refusal-no-speakers = 화자 이름이 없어 모든 줄을 참여자의 요약으로 둠
refusal-theme-too-long = 주제 이름이 너무 길어 표시하지 않음
refusal-date-assumed = 날짜가 없어 { $date } 날짜로 봄
refusal-other-study = 다른 연구의 줄
refusal-participant-missing = 참여자가 적혀 있지도 정해지지도 않음
refusal-participant-code = 참여자가 P07 같은 코드가 아님
refusal-participant-withdrawn = 참여자가 동의를 거둠
refusal-persona-differs = 참여자의 페르소나가 달라 있던 것을 둠
refusal-outcome-differs = 참여자의 결과가 달라 있던 것을 둠
refusal-role-differs = 참여자의 역할이 달라 있던 것을 둠
refusal-interview-missing = 인터뷰를 만들 수 없음
refusal-already-there = 같은 줄이 이미 있음



error-screens-no-json = --json으로는 화면을 열 수 없습니다.
    .why = 화면은 단말기에 그려지며 문서로 답하지 않습니다.
    .hint = --json을 빼거나 search, brief, journey 같은 명령을 쓰면 됩니다.
error-search-too-long = 검색어가 { $most }자보다 깁니다.
    .why = 어떤 글도 프로그램을 붙잡지 못하도록 찾기 전에 길이를 봅니다.
    .hint = 그중 몇 단어로 찾아 보세요.
error-search-too-many-words = 검색어가 { $most }개보다 많습니다.
    .why = 어떤 글도 프로그램을 붙잡지 못하도록 찾기 전에 수를 봅니다.
    .hint = 몇 개를 빼 보세요.
error-search-too-many-exclusions = 빼는 말이 { $most }개보다 많습니다.
    .why = 어떤 글도 프로그램을 붙잡지 못하도록 찾기 전에 수를 봅니다.
    .hint = "-"를 붙인 말을 줄여 보세요.
error-search-word-too-long = { $most }자보다 긴 단어가 있습니다.
    .why = 그보다 긴 단어는 비교하지 않습니다.
    .hint = 단어 사이를 띄어 쓰세요.
error-search-particle-alone = "{ $word }"만으로는 찾지 않습니다.
    .why = 조사라서 거의 모든 줄에 있습니다.
    .hint = 앞말과 함께 쓰거나 *{ $word }* 로 찾으세요.
error-search-no-letters = 찾을 말이 없습니다.
    .why = 글자나 숫자가 하나도 없습니다.
    .hint = 단어를 입력하세요.
error-search-unknown-value = "{ $value }": { $filter }: 에 없는 값입니다.
    .why = 이 조건은 정해진 값만 받습니다.
    .hint = { $filter }: 뒤에 값의 앞부분을 영어나 한국어로 씁니다.
error-search-bad-date = "{ $value }": 날짜로 읽을 수 없습니다.
    .why = 연, 월, 일 가운데 하나나 ".."로 이은 둘을 읽습니다.
    .hint = 예: 날짜:2024-03..2025, 날짜:2024-03-05
error-search-cannot-exclude = "-{ $filter }:" 뒤에는 단어를 쓸 수 없습니다.
    .why = 그 차원의 줄 가운데 일부만 빼게 되기 때문입니다.
    .hint = 차원을 빼려면 -{ $filter }: 를, 단어를 빼려면 "-단어"를 쓰세요.
error-index-damaged = 검색 색인을 읽을 수 없습니다.
    .why = 색인 파일이 없거나 깨졌습니다. 라이브러리에는 영향이 없습니다.
    .hint = 저절로 다시 만듭니다. 지금 하려면 "whybuy reindex"를 쓰세요.
error-index-disk = 검색 색인을 쓸 수 없습니다.
    .why = 디스크나 폴더가 거부했습니다. 라이브러리에는 영향이 없습니다.
    .hint = 캐시 폴더의 남은 공간과 권한을 확인하세요.


error-interview-gone = 이 인터뷰는 이제 연구에 없습니다.
    .why = 되돌렸거나, 다른 창에서 지웠습니다.
    .hint = 입력한 글은 그대로 있습니다. 다시 하기(Ctrl+Y)로 인터뷰를 되살립니다.



### == report ==

report-head = { $study } · 기준일 { $date } · { $people }명 · { $lines }줄
report-no-date = 날짜 없음
report-known = 알게 된 것
report-nothing-known = 아직 들은 것이 없음
report-only-unthemed = 아직 주제가 없는 { $lines }줄
report-unknown = 아직 모르는 것
report-no-gaps = 이 브리프의 규칙으로 찾은 빈칸이 없습니다.
report-gap-untouched = { $subject }: { $people }에게서 한 번도 다루지 않음
report-gap-nobody-asked = { $subject }: 아무에게도 묻지 않음 “{ $question }”
report-gap-owed = 보고 싶은 답 { $lines }개가 남음: { $people }
report-gap-unsorted = 미분류 { $lines }줄: { $people }
report-gap-no-quote = 인용 동의 없음: { $people }
report-from = 누구에게서, 언제
report-from-table = | 코드 | 역할 | 결과 | 인터뷰 날짜 | 줄 |
report-few = 한두 명의 말
report-counts = { $unprompted ->
    [0] 물은 { $asked }명 중 { $raised }명
   *[other] 물은 { $asked }명 중 { $raised }명 + 스스로 { $unprompted }명
}
report-counts-unasked = 스스로 { $unprompted }명, 아무에게도 묻지 않음
report-contradicted = 반대 { $count }명
report-open = 알 수 없음 { $count }명
report-not-asked = 안 물음 { $count }명
report-shown = { $all }줄 중 { $shown }줄. { $codes }
report-withheld = (인용 동의가 없어 원문을 싣지 않음)
report-paraphrase = (요약) { $text }
report-unthemed = 아직 주제가 없는 줄
report-unthemed-line = { $dimension }: { $people }명의 { $lines }줄 중 { $shown }줄
report-method = 만든 방법
report-method-data = { $first }부터 인터뷰 { $interviews }건. 기록된 줄에서 규칙으로 뽑았으며, 지어낸 문장은 없습니다.
report-method-counts = 수는 사람 수이고 언급 횟수가 아닙니다. ‘물은 y명 중 x명’은 그 주제를 묻는 질문을 받은 사람 가운데 말한 사람, ‘스스로’는 묻지 않았는데 말한 사람, ‘안 물음’은 그 차원을 한 번도 다루지 않은 사람, ‘알 수 없음’은 그 주제가 나왔는지 알 길이 없는 사람입니다. 점 하나가 한 사람입니다: ● 말함, × 반대, · 물었으나 말하지 않음, ? 알 수 없음, _ 안 물음.
report-method-states = ● 충분: { $strong }명 이상. ◐ 약함: 한두 명. ○ 가정: 아무도 없음. ! 반박됨: 찬성 세 명마다 반대가 한 명 이상.
report-method-left-out = 뺀 것: 동의 철회 { $withdrawn }명, 싣지 않은 인용 { $withheld }개.
report-method-new-themes = 날짜 순서로 본 인터뷰별 새 주제: { $curve }
report-journey-title = { $persona }의 구매 여정
report-journey-head = { $study } · 기준일 { $date } · { $people }명 · 가정 부채 { $weak }/{ $filled }
report-buyer-type = 구매자 유형
report-disclaimer = 구매자는 이 양식처럼 움직이지 않습니다. 들은 것을 대응하기 좋은 순서로 놓았을 뿐입니다.
## Attributes that many studies use; others are printed as they are.
attribute-customer = 고객
attribute-rank = 직급
attribute-region = 지역
attribute-volume = 구매량

report-legend = ● 세 명 이상 · ◐ 한두 명 · ○ 가정 · ! 반대하는 사람 있음 · ~ 낡음 · (n) 사람 수 · □ 써야 할 칸
report-blank = □ 써야 함, 답할 것: { $answers }
report-entry = { $people }명, { $state }
report-stage-empty = 이 단계에 대해 들은 것이 없습니다.
report-moves = 실제로 움직인 순서
report-no-moves = 두 단계 이상을 말한 경로가 없습니다.
report-move = { $from } → { $to }: { $people }명
report-move-back = ↩ { $from } → { $to }: { $people }명이 되돌아감
