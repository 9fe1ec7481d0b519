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
state-strong = 튼튼함
state-thin = 얇음
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



### == tui ==

tui-needs-terminal = 화면을 열려면 터미널이 필요합니다.
    .why = 입력이나 출력이 터미널이 아니거나 TERM이 “dumb”입니다.
    .hint = 터미널 창에서 실행하거나 명령을 쓰십시오. whybuy --help가 명령을 보여 줍니다.



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



### == report ==

