### whybuy in English. ko.ftl has the same keys, attributes and arguments; a test holds them equal.
### Sentence case, no exclamation marks. Each area adds to its own section only.


### == language ==

language-name = English
date-full = { $day } { $month } { $year }
date-and-time = { $date }, { $time }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec



### == glossary ==

## Why they buy. The short form takes at most 8 cells.
dimension-trigger = Purchase trigger
dimension-trigger-short = Trigger
dimension-criteria = Decision criteria
dimension-criteria-short = Criteria
dimension-benefit = Expected benefit
dimension-benefit-short = Benefit
dimension-concern = Concern
dimension-concern-short = Concern
dimension-post_purchase = After the purchase
dimension-post_purchase-short = After
dimension-path = Path
dimension-path-short = Path
dimension-unsorted = Unsorted
dimension-unsorted-short = Unsorted

## When in the purchase.
stage-problem = Problem arises
stage-awareness = Awareness
stage-consideration = Consideration
stage-decision = Decision
stage-purchase = Purchase and adoption
stage-use = Use, repurchase, referral

## In whose words.
voice-verbatim = verbatim
voice-paraphrase = paraphrase
voice-observation = my observation
voice-owed = still owed
speaker-participant = participant
speaker-interviewer = interviewer

## How a purchase ended, where people came from.
outcome-won = won
outcome-lost = lost
outcome-no_decision = no decision
outcome-decided_not_bought = decided, not bought
recruited-loyal = loyal customer
recruited-ideal = ideal customer
recruited-lost = lost customer or lead
recruited-other = another way

## Interviews and their questions.
source-interview = interview
source-survey = survey
source-chat = chat
source-call = call
source-review = review
source-observation = observation
source-workshop = workshop
status-planned = planned
status-running = running
status-done = done
asked-asked = asked
asked-covered = covered unasked
asked-skipped = skipped

## The honest denominator.
denominator-raised = raised
denominator-asked = asked
denominator-unprompted = unprompted
denominator-not_asked = not asked
denominator-open = open

## Evidence.
state-strong = strong
state-thin = thin
state-assumption = assumption
state-contradicted = contradicted
state-stale = stale
origin-seeded = seeded
origin-human = by hand
stance-supports = supports
stance-contradicts = contradicts

## The path and the journey.
act-decision = decision
act-interaction = interaction
act-action = action
lane-internal_event = Internal event
lane-feeling = Feeling
lane-touchpoint = Touchpoint
lane-expectation = Expectation
lane-message = Our message
lane-next_stage = What leads on
lane-kpi = KPI
lane-barrier = Barrier

## Kinds of records.
kind-library = library
kind-study = study
kind-theme = theme
kind-question = question
kind-persona = persona
kind-deal = deal
kind-participant = participant
kind-interview = interview
kind-note = line
kind-path_event = path event
kind-asked = answer to “was it asked”
kind-mark = mark
kind-brief = brief
kind-journey = journey
kind-claim = claim
kind-touchpoint = touchpoint
kind-coverage = coverage
kind-saturation = saturation



### == steps ==

## What a step did, for undo, redo and the history. $about is a code or a name.



### == tui ==

tui-needs-terminal = The screens need a terminal that can show them.
    .why = Input or output is not a terminal, or TERM is “dumb”.
    .hint = Run whybuy in a terminal window, or use a command: whybuy --help lists them.



### == cli ==



### == errors ==

error-crash = whybuy stopped because of a fault of its own. Lines that were shown as saved are saved. Start it again to go on; report the place below, it holds nothing from the interviews.
error-theme-needs-dimension = A theme cannot be unsorted.
    .why = A theme is a recurring idea inside one of the five dimensions.
    .hint = Name a dimension: trigger, criteria, benefit, concern or post_purchase.
error-participant-code = { $code } is not a participant code.
    .why = A participant is known by a code and never by a name.
    .hint = Use letters followed by a number, such as P07.
error-out-of-range = A value is out of its range: { $field }.
    .why = Numbers begin at 1 and feelings go from -2 to +2.
    .hint = Correct the value and try again.
error-text-empty = The field “{ $field }” is empty.
    .why = There is nothing in it that could be found or cited later.
    .hint = Write something, or leave the record out.
error-text-too-long = The field “{ $field }” is too long.
    .why = The limit is { $limit } bytes.
    .hint = Split the text into several lines.
error-text-not-clean = The field “{ $field }” holds characters that are not allowed.
    .why = Control characters, invisible format characters and decomposed letters are refused.
    .hint = Import the text with whybuy, which cleans it.
error-other-study = That belongs to another study.
    .why = A change may touch one study only.
    .hint = Choose the study with --study.
error-needs-missing = The { $kind } it depends on is missing.
    .why = It was removed, or it was never added.
    .hint = Add the { $kind } first.
error-still-needed = This { $kind } cannot be removed.
    .why = Other records depend on it.
    .hint = Remove or move those first.
error-record-missing = There is no such { $kind }.
    .why = It was removed, or it was never added.
    .hint = List what there is and try again.
error-already-there = This { $kind } is already there.
    .why = Another { $kind } has the same code, name or pair.
    .hint = Change that one, or choose another name.



### == report ==

