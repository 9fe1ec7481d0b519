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
place-ask = 물음
help-title = 키: { $place }
keys-title = 키
keys-note = 키맵에서 만든 문서입니다. 목록에서는 한글 상태에서도 글자 키가 듣습니다. 같은 자리의 한글 글자를 함께 적었습니다. 글 칸에서는 모든 글자가 글이며, 빗금 낱말은 빈 줄의 처음에 씁니다.
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
minutes-ago = { $minutes }분

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
person-change = 참여자 고치기

## Consent.
consent-title = { $code }의 동의
consent-participate = 참여
consent-record = 녹음
consent-quote = 인용
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
home-unsorted = { $code }  미분류 { $count }줄
home-owed = { $code }  보고 싶은 답 { $count }
home-more = 그 밖에 { $count }건
home-empty = 아직 인터뷰가 없습니다. n 키로 첫 인터뷰를 시작합니다.
home-no-study = 열린 연구가 없습니다. s 키로 고르거나 새로 만듭니다.

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



### == report ==

report-head = { $study } · 기준일 { $date } · { $people }명 · { $lines }줄
report-no-date = 날짜 없음
report-known = 알게 된 것
report-nothing-known = 아직 들은 것이 없음
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
