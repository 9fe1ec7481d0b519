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
dimension-trigger-tiny = Trig
dimension-criteria = Decision criteria
dimension-criteria-short = Criteria
dimension-criteria-tiny = Crit
dimension-benefit = Expected benefit
dimension-benefit-short = Benefit
dimension-benefit-tiny = Bene
dimension-concern = Concern
dimension-concern-short = Concern
dimension-concern-tiny = Conc
dimension-post_purchase = After the purchase
dimension-post_purchase-short = After
dimension-post_purchase-tiny = Post
dimension-path = Path
dimension-path-short = Path
dimension-path-tiny = Path
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
outcome-won-short = won
outcome-lost-short = lost
outcome-no_decision-short = stalled
outcome-decided_not_bought-short = unbought
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
expectation-predictable = predictable
expectation-beyond = beyond expectation
met-met = met
met-unmet = unmet
met-exceeded = exceeded
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
act-rep = interaction with us
act-action = action
## What a journey is made of.
layer-emotional = emotional
layer-functional = functional
layer-data = data
content-article = article
content-social_post = social post
content-guide = guide
content-case_study = case study
content-expert_guide = expert guide
content-face_to_face = meeting
content-comparison = comparison
content-demo = demo
content-testimonial = testimonial
content-review = review
observed-measure = measured
observed-performance = performance
observed-field_note = field note
holding-have = have
holding-need = need
progress-done = done
progress-open = open
progress-skipped = left out
mapping-step-goal = 1 One clear goal
mapping-step-research = 2 Ask buyers
mapping-step-touchpoints = 3 Every touchpoint
mapping-step-actions = 4 What buyers do
mapping-step-problems = 5 Problems and barriers
mapping-step-resources = 6 Resources
mapping-step-walk = 7 Walk it yourself
mapping-step-results = 8 Look at the results
study-step-research = Interviews
study-step-brief = Briefs published
study-step-journey = Journeys
study-step-response = Responses written
study-step-measure = KPIs measured
lack-empty_cell = nothing stands here
lack-no_response = no response that answers the buyer
lack-no_kpi = nothing checks this stage
lack-no_mover = nothing is named that moves the buyer on
lack-ends_at_purchase = the journey ends at the purchase; what follows is missing
lack-unanswered = to be written, must answer: { $what }
lack-no_message = buyers meet us at “{ $what }”, and the stage has no message
lack-no_owner = nobody answers for this stage
lack-need_without_owner = “{ $what }” is needed and nobody sees to it
lack-no_goal = no goal
lack-no_works_if = nobody said by what one sees that it works
lack-works_unknown = nobody said whether it works
lack-no_approach = nobody said how this buyer type is approached
priority-shared = More than one persona stands first in { $year }: { $personas }.
lack-overdue = the review is { $count ->
        [one] 1 day
       *[other] { $count } days
    } overdue
lack-newer = { $count ->
        [one] 1 interview is newer
       *[other] { $count } interviews are newer
    } than the last revision
lack-waiting = { $count ->
        [one] 1 proposal waits
       *[other] { $count } proposals wait
    }
fix-pain = severity { $severity } × { $people ->
        [one] 1 person
       *[other] { $people } people
    } = { $score }
fix-walk = failed on a walk-through
comments-open = { $count ->
    [one] 1 open comment
   *[other] { $count } open comments
}
journey-fixes = To be put right first
journey-gone = “{ $text }” has lost its last line
journey-reworded = was “{ $base }”, here “{ $ours }”, now “{ $theirs }”
journey-stale = stale: { $overdue ->
        [0] { "" }
        [one] review 1 day late
       *[other] review { $overdue } days late
    }{ $newer ->
        [0] { "" }
       *[other] { $overdue ->
            [0] { "" }
           *[other] { ", " }
        }{ $newer ->
            [one] 1 newer interview
           *[other] { $newer } newer interviews
        }
    }
lane-internal_event = Internal event
lane-feeling = Feeling
lane-touchpoint = Touchpoint
lane-expectation = Expectation
lane-message = Our message
lane-next_stage = What leads on
lane-kpi = KPI
lane-barrier = Barrier
lane-action = What the buyer does
lane-pain = Pain point
lane-moment = Moment of truth
lane-resource = Resource
lane-owner = Owner
lane-observation = Observation
fact-feeling = Feeling
fact-when = When
fact-decides = Who decides, separated by commas
expectation = Expectation
met = What became of it
fact-experience = Experience
content = Carried in
fact-answers = Answers
fact-to = Leads to
fact-owner = Owner
fact-unit = Unit
fact-target = Target
fact-actuals = Actuals: day value, separated by commas
fact-severity = Severity 1 to 3
holding = Holding
fact-cost = Cost
fact-closed = Removed on
observed = Observed
layer = Layer
fact-lines = Lines under it, separated by commas

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
kind-gap = interruption
kind-asked = answer to “was it asked”
kind-mark = mark
kind-synonym = synonym
kind-saved_search = saved search
kind-judgement = judgement
kind-trigger_card = trigger card
kind-alternative = alternative
alternative-vendor = another vendor
alternative-repair = repair
alternative-do_nothing = do nothing
alternative-in_house = do it in-house
alternative-other = something else
kept-yes = kept
kept-no = dropped
kind-edition = edition
kind-allowance = leak let through
kind-brief = brief
kind-journey = journey
kind-entry = entry of a journey
kind-comment = comment
kind-walk = walk-through
kind-journey_edition = published journey
kind-claim = claim
kind-touchpoint = touchpoint
kind-coverage = coverage
kind-saturation = saturation



## The stop rule, the gate and the next interview; the screens and the reports say the same.
stop-rule = Stop rule: base { $base }, run { $run }, at most { $threshold } % new (Guest, Namey and Chen 2020)
stop-met = met after { $after } interviews (+{ $run }){ $since ->
        [0] {""}
        [one] ; one new theme since
       *[other] ; { $since } new themes since
    }
stop-not_met = not met: { $new ->
        [one] one new theme
       *[other] { $new } new themes
    } in the last { $run } interviews
stop-too_few = too few interviews: the rule needs { $needed }
stop-settings = (base { $base }, run { $run }, { $threshold } %)
stop-all = All
stop-coverage = { $once } of { $hearings } hearings are of themes that one interview alone brought.
gate-head-reached = Reached
gate-head-lines = Lines
gate-head-verbatims = Verbatim
gate-head-new = New lately
gate-title = Before the brief: { $persona }, { $people ->
    [one] 1 person
   *[other] { $people } people
}
gate-outcomes = Outcomes: { $outcomes }
gate-nothing-held = Nothing wants to be put right first.
gate-head = Before the brief: { $persona }, { $people ->
        [one] 1 person
       *[other] { $people } people
    } ({ $outcomes })
gate-outcome-unknown = outcome unknown
gate-enough = enough
gate-more = more needed: { $missing ->
        [one] 1 person not reached
       *[other] { $missing } people not reached
    }
gate-weak = weak: its claims will be marked as thin
gate-ways-back = { $count ->
        [one] One person's path leads
       *[other] The paths of { $count } people lead
    } back.
gate-hold-unsorted = Lines to sort: { $people }
gate-hold-owed = Answers still owed: { $people }
gate-hold-no_consent = Without consent, so in no export: { $people }
gate-hold-no_quotes = Not to be quoted: { $people }
gate-hold-ends_soon = May be kept only until: { $people }
gate-hold-ended = May be kept no longer: { $people }
gate-hold-old_memory = Decided long before the interview (months): { $people }
gate-legend = Enough: everybody was reached, or the stop rule is met. Weak: fewer than three people, or fewer than half.
next-anybody = anybody
next-unknown = { $count ->
        [one] One person's outcome is
       *[other] The outcomes of { $count } people are
    } not known; they are in no cell.
next-nobody = Every cell has as many people as were wanted.
next-request = Recruit: { $values }, { $outcome } ({ $people } of { $target } so far)
next-one-sided = { $count ->
        [one] One claim rests
       *[other] { $count } claims rest
    } on the other side alone.
next-ask = Ask first (how many people heard it):


### == steps ==

## What a step did, for undo, redo and the history. $about is a code or a name.
step-import-study = Bring in the study { $about }

## From the command line.
step-add-study = Add study { $about }
step-add-persona = Add persona { $about }
step-add-participant = Add participant { $about }
step-add-deal = Add deal { $about }
step-add-interview = Add interview { $about }
step-starter-guide = Starter questions of { $about }
step-add-question = Add question { $about }
step-add-theme = Add theme { $about }
step-add-synonym = Add synonym { $about }
step-add-trigger_card = Add trigger card { $about }
step-remove-trigger_card = Remove trigger card { $about }
step-add-alternative = Add alternative { $about }
step-remove-alternative = Remove alternative { $about }
step-add-saved_search = Save search { $about }
step-remove-study = Remove study { $about }
step-remove-persona = Remove persona { $about }
step-remove-participant = Remove participant { $about }
step-remove-deal = Remove deal { $about }
step-remove-interview = Remove interview { $about }
step-remove-question = Remove question { $about }
step-remove-theme = Remove theme { $about }
step-remove-synonym = Remove synonym { $about }
step-remove-saved_search = Remove saved search { $about }
step-edit-participant = Change participant { $about }
step-add-lines = Add lines of { $about }
step-mark = Mark lines under { $about }
step-unmark = Untie lines from { $about }
step-give-consent = Note the consent of { $about }
step-withdraw-consent = Note that { $about } withdrew
step-allow-leak = Let finding { $about } through
step-hide-leak = Hide finding { $about }
step-publish-brief = Publish { $about }
step-import = Import { $about }



### == tui ==

## Actions: the label in the footer, and .about for the help page and docs/keys.md.
action-quit = quit
    .about = Leave whybuy; everything is saved first
action-help = help
    .about = The keys of this screen
action-commands = all
    .about = Everything that can be done here, with its key
action-undo = undo
    .about = Take the last step back; says which
action-redo = redo
    .about = Do the last undone step again
action-history = history
    .about = What was done to the study, and by whom
action-search = find
    .about = Search every line of every study as you type
action-back = back
    .about = One level back
action-up = up
    .about = One row up
action-down = down
    .about = One row down
action-page-up = page up
    .about = One page up
action-page-down = page down
    .about = One page down
action-home = home
    .about = To the home screen; the interview stays running
action-top = first
    .about = The first row
action-bottom = last
    .about = The last row
action-open = open
    .about = Open what the cursor stands on
action-new = new
    .about = Make a new one
action-change = change
    .about = Change what the cursor stands on
action-drop = drop
    .about = Drop what the cursor stands on
action-people = people
    .about = The people of the study
action-personas = personas
    .about = The personas, the most urgent of the year first
action-rank = how urgent
    .about = How urgent the persona is this year: 1, 2, 3 …
action-themes = themes
    .about = The themes by dimension
action-brief = brief
    .about = What is known of a persona, with its evidence
action-journey = journey
    .about = The journey of a persona, seeded from its brief
action-studies = studies
    .about = The studies of this library
action-capture = capture
    .about = Start the live capture, or go on with it
action-read = read
    .about = Read the interview
action-consent = consent
    .about = Note what this participant agrees to
action-guide = guide
    .about = The questions of the study, and what became of them in this interview
action-sort = sort
    .about = The debrief: every line into its dimension and theme, two keys each
action-theme-a = first theme
    .about = Put the line under the first theme that is suggested
action-theme-b = second theme
    .about = Put the line under the second theme that is suggested
action-theme-c = third theme
    .about = Put the line under the third theme that is suggested
action-theme-new = new theme
    .about = Put the line under a theme that is not there yet
action-predictable = predictable
    .about = Taken for granted; again: met, unmet, exceeded
action-beyond = beyond
    .about = Beyond what was expected; again: met, unmet, exceeded
action-covered = covered
    .about = It was answered without being asked
action-unasked = clear
    .about = Nothing became of the question
action-raise = up the guide
    .about = Move the question one place up
action-lower = down the guide
    .about = Move the question one place down
action-narrow = narrow
    .about = Narrow what was found by dimension, outcome, role or persona
action-literal = no synonyms
    .about = Search without the team's synonyms and former theme names; again brings them back
action-gather = collect
    .about = Put the line in the tray, or take it out again
action-tray = tray
    .about = The lines in the tray
action-cite = copy citation
    .about = Copy the tray, or else this line, with its counts and permanent codes
action-matrix = matrix
    .about = People by themes: said, against, asked and not said
action-save-search = save
    .about = Keep this search under a name; home tells when it finds somebody new
action-contrast = find the opposite
    .about = The same words in the same dimension with the opposite feeling
action-next-hit = next hit
    .about = The next line that was found, whichever interview it is in
action-more = more
    .about = Print the line in the brief; more candidates
action-fewer = fewer
    .about = Print the line no longer; fewer candidates
action-trigger-card = trigger card
    .about = What the company does when the trigger happens: cause, effect, action, message
action-saturation = stop rule
    .about = New themes per interview as a curve, and what the stop rule says
action-settings = settings
    .about = The stop rule, the quota and how old a memory may be
action-recruit = recruiting request
    .about = Whom to recruit next, and what to ask
action-apart = apart
    .about = What sets this persona apart from the others, with the counts of both
action-verify = verify
    .about = Check quotations, numbers, references, consent and leaks
action-publish = publish
    .about = Freeze it as a numbered version
action-compare = diff
    .about = What has changed since the last edition
action-select = choose
    .about = Choose several, for merging
action-merge = merge
    .about = Make one theme of those chosen; nothing is lost
action-split = split
    .about = Take lines out into a theme of their own
action-nest = put under
    .about = Put the theme under a wider one, or lift it out
action-memo = memo
    .about = What the theme means, in your words
action-filter = find a theme
    .about = Type to find; initial consonants find too
action-candidates = candidates
    .about = Themes that the program proposes; nothing is accepted by itself
action-affinity = side by side
    .about = The themes as columns, lines moved between them
action-accept = accept
    .about = Take what is proposed
action-against = contradicts
    .about = The line speaks against its theme
action-not-against = does not
    .about = The line does not speak against its theme
action-refuse = refuse
    .about = Leave what is proposed out of the map; a reason may stay blank
action-accept-strong = all strong
    .about = Take every proposal of three people or more whom nobody contradicts
action-next-waiting = next
    .about = To the next thing that waits to be decided
action-comment = comment
    .about = Comments on the entry: read, add, settle
action-settle = settle
    .about = Settle the open comments
action-moment = moment of truth
    .about = Flag the entry as a moment of truth, or take the flag away
action-views = views
    .about = Every way to look at this journey
action-layers = layer
    .about = Emotional, functional or data entries alone, then all again
action-stage-card = stage form
    .about = Owner, helpers, sub-steps, lead and the three questions of the stage
action-lanes = lanes
    .about = Show, hide, order and add lanes
action-journeys = other journey
    .about = Ours, a competitor's, one forked for a group; or begin one
action-fork = fork
    .about = The same journey for a group of the people
action-walk = walk
    .about = Walk the journey: each touchpoint works or does not
action-pass = works
    .about = The touchpoint works
action-fail = fails
    .about = The touchpoint does not work; says why
action-put-right = put right
    .about = What failed was put right today
action-view-grid = map
    .about = Stages by lanes
action-view-stage = stage card
    .about = One stage whole: who answers for it, the three questions, its entries
action-view-curve = emotion curve
    .about = How the stages feel, from -2 to +2
action-view-funnel = funnel
    .about = How many people reached each stage, and who won, lost or stopped
action-view-moves = moves
    .about = From which stage to which, with loops, skips and ways back
action-view-times = time in stage
    .about = How long each stage took; the slowest one
action-view-flow = flowchart
    .about = How buyers went, with the points where to act
action-view-months = timeline
    .about = What was told in which month
action-view-gaps = gaps
    .about = What the journey lacks and what should be put right
action-view-beside = comparison
    .about = Beside another persona, a competitor, a fork or a version
action-view-steps = checklist
    .about = The eight steps of mapping and the study's five
action-lines = lines
action-accept-entry = accept
action-accept-wording = new wording
action-accept-gone = remove
action-keep-ours = keep as it is
action-write = write
action-change-accept = change and accept
action-skip-step = leave out
action-journey-settings = goal
action-publish-journey = publish
action-show = show
action-hide = hide
action-own-lane = own lane
action-note = note
action-to-list = to the list
action-take-back = take back
action-lift = lift out
action-rename = rename
action-line-left = line left
action-line-right = line right
action-column-left = left
action-column-right = right
action-next-dimension = next dimension
action-rename-accept = rename and accept
action-drop-candidate = drop
action-next-persona = next persona
action-allow = allow (reason)
action-all-evidence = all evidence
action-other-quotes = other lines
action-headline = heading
action-leave-out = leave out
action-bring-back = bring back
action-next-part = next part
action-print = print it
action-print-not = do not print it
action-numbers = numbers
action-picture = picture
action-draft-anyway = draft anyway
action-sort-first = sort first
action-copy-request = copy
action-previous-hit = previous hit
    .about = The line found before, whichever interview it is in
action-literal-off = synonyms
action-ungather = take out
action-next-person = next person
action-previous-person = previous person
action-context = see in context
action-choose = choose
action-into-list = list: collect, cite
action-to-box = query
action-drop-search = drop the search
action-more-themes = more themes
action-without = search without it
action-near = search for it
action-next-line = next line
action-end-card = finish
action-later = later
action-discard = discard the unfinished line
action-export = write to a file
    .about = Write it as Markdown to a new file
action-log = log
    .about = Log the line; it is saved at once
action-trigger = trigger
    .about = Purchase trigger: this line and the next ones
action-criteria = criteria
    .about = Decision criteria: this line and the next ones
action-benefit = benefit
    .about = Expected benefit: this line and the next ones
action-concern = concern
    .about = Concern: this line and the next ones
action-post-purchase = after
    .about = After the purchase: this line and the next ones
action-path = path
    .about = One path event; a digit first names its stage
action-unsorted = unsorted
    .about = No dimension; sort it later
action-recorder = recorder
    .about = The recorder was started now: offset 00:00:00
action-feeling = feeling
    .about = How the buyer felt, -2 to +2: this line, or the last one
action-star = star
    .about = Worth returning to: this line, or the last one
action-mark = theme
    .about = Mark a theme: this line, or the last one
action-cell = map
    .about = Put the line into a cell of the journey, as its evidence
action-cell-here = put here
plain-which-cell = Which cell
plain-word-cell = Put the last line into a cell of the journey, as its evidence: /cell decision barrier
cells-title = Where on the map? { $line }
cells-new = in your own words
cells-none = No cell of the journey is called so
cells-put = Stands on the map: { $cell }
cells-there = It stands there already: { $cell }
cells-no-persona = There is no map yet: the study has no persona
action-correct = correct
    .about = Correct an earlier line; the old wording stays as a revision
action-timeline = path table
    .about = The path of an interview, event by event, to look at and to correct
action-move-up = up
    .about = One place towards the start
action-move-down = down
    .about = One place towards the end
action-act = kind
    .about = Action, decision or interaction: the next of the three
action-stage-problem = Problem arises
    .about = Its stage; the same key once more takes it away
action-stage-awareness = Awareness
    .about = Its stage; the same key once more takes it away
action-stage-consideration = Consideration
    .about = Its stage; the same key once more takes it away
action-stage-decision = Decision
    .about = Its stage; the same key once more takes it away
action-stage-purchase = Purchase and adoption
    .about = Its stage; the same key once more takes it away
action-stage-use = Use, repurchase, referral
    .about = Its stage; the same key once more takes it away
action-asked = asked
    .about = The next question of the guide was put
action-skip = skip question
    .about = The next question of the guide is passed over
action-probe = probes
    .about = Questions to shallow answers off or on
action-group = group
    .about = Several people speak: a line may begin with initials and a colon, as in JY: too late
action-voice = their words
    .about = The pasted lines are the participant's own words, or a summary
action-one-line = one line
    .about = What was pasted goes into the line that is being typed
action-take = take over
action-end = end
    .about = End the interview; shows first what is still owed
action-next = next
    .about = The next field or stage; completes a theme name
action-previous = previous
    .about = The field or stage before
action-stance = for or against
    .about = The line supports the theme, or contradicts it
action-keep = keep
action-values = values
action-new-interview = new interview
action-go-on = go on
action-prepare = prepare
action-show-all = show all
action-unmark = unmark

## Where one is.
place-anywhere = Everywhere
place-lists = Lists
place-sheets = Sheets
place-home = Home
place-studies = Studies
place-people = People
place-participant = A participant
place-capture = Live capture
place-reader = An interview
place-timeline = Path table
place-paste = Pasted text
place-search = Search
place-facets = Facets of a search
place-hits = Lines found
place-tray = Tray
place-matrix = People by themes
place-themes = Themes
place-evidence = Evidence
place-personas = Personas
place-brief = A brief
place-gate = Before a brief
place-recruit = Recruiting request
place-saturation = New themes
place-candidates = Candidates
place-affinity = Themes side by side
place-apart = What sets apart
place-verify = Verify
place-compare = What has changed
place-journey = A journey
place-lanes = Lanes
place-remarks = Comments
place-walk = Walk-through
place-history = History
place-form = A form
place-picker = Theme picker
place-commands = Palette
place-help = Help
place-card = Before the call
place-sort = Debrief
place-guide = Guide
place-ask = A question
settings-title = Settings
settings-wrong = { $first } { $rest ->
    [0] ({ $key }, /help)
    [one] (1 more: { $key }, /help)
   *[other] ({ $rest } more: { $key }, /help)
}
help-title = Keys: { $place }
keys-title = Keys
keys-note = Generated from the keymap. Letters act in lists also in Hangul mode: the Hangul letter on the same key is given beside them. In text fields every letter is text; the slash words stand at the start of an empty line of the live capture.
keys-columns = | Key | Does | What it does | In [config.md](config.md) |
commands-title = Everything here
nothing-matches = Nothing matches “{ $typed }”. { $key } shows everything again.

## What is saved.
saved = saved
saving = saving
not-saved = { $count ->
    [one] 1 edit not saved: { $why }
   *[other] { $count } edits not saved: { $why }
}
unsaved-retry = try again and leave when it is saved
unsaved-rescue = write it to a file that whybuy import reads
unsaved-discard = discard it and leave
rescued = { $count ->
    [one] 1 record written to { $file }
   *[other] { $count } records written to { $file }
}
written = Written: { $file }
undone = Undone: { $what }
redone = Done again: { $what }
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to do again.
undo-title = Undo “{ $what }”?
undo-yes = undo it
undo-theirs = This window did not do it: { $author }, { $time }.
undo-older = It is older than the lines of this call: { $author }, { $time }.

## History.
history-empty = What is done to this study will be here, each step with its time; u takes the newest back.
history-undone = undone
history-explain = what it did
history-by = { $author }, { $time }
history-made = new { $kind }
history-changed = { $kind } changed
history-removed = { $kind } removed
index-rebuilding = Index: { $done } of { $total } lines; search works meanwhile

## Counts.
people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
minutes-ago = { $count }m
hours-ago = { $count }h
days-ago = { $count }d

## Forms.
field-study = Study
field-code = Code
field-persona = Persona
field-persona-about = Who this is
field-persona-approach = Approach
field-persona-rank = Rank (1, 2, 3 …)
field-role = Role
field-outcome = Outcome
field-name = Name
field-file = File
first-run = What is the first study called?
study-new = New study
person-new = New participant; a code, never a name
person-withdrawn = This participant has withdrawn; nothing of it may be shown.
person-change = Change the participant
persona-change = Persona { $persona }
persona-rank = How urgent is { $persona } in { $year }? 1 is first, empty is no rank

## Consent.
consent-title = { $code } agrees to
consent-participate = take part
consent-record = be recorded
consent-quote = be quoted
consent-keep = be kept for 12 months, until { $date }
consent-in-call = ask for it in the call, by word of mouth
consent-noted = { $code } agreed by word of mouth at { $time }.
consent-verbal = given by word of mouth in the call
consent-none = no consent
consent-full = consent
consent-no-quotes = no quotes
consent-withdrawn = withdrawn
consent-waiting = consent pending

## Home.
home-left = Not saved
home-left-file = whybuy import { $file } takes in what could not be saved the last time
home-unfinished = Unfinished
home-today = Today
home-next = Next
home-to-do = To do
home-stale = Stale
home-stale-brief = Brief “{ $persona }” v{ $number }
home-stale-in = +{ $count ->
    [one] 1 person
   *[other] { $count } people
}
home-stale-out = -{ $count ->
    [one] 1 person
   *[other] { $count } people
}
home-stale-claims = { $count ->
    [one] 1 claim moved
   *[other] { $count } claims moved
}
home-missing = Missing
home-journeys = Journeys
home-searches = Searches
home-saved = Saved search “{ $name }”
saved-new = { $count ->
    [one] +1 person
   *[other] +{ $count } people
}
home-last-saved = last saved { $time }
home-ago = typed { $age } ago
home-unsorted = { $count ->
    [one] 1 unsorted line
   *[other] { $count } unsorted lines
}
home-owed = { $count ->
    [one] 1 answer still owed
   *[other] { $count } answers still owed
}
draft-drop = Discard the unfinished line?
draft-drop-yes = discard it
draft-dropped = The unfinished line is discarded.
home-more = and { $count } more
home-empty = No interviews yet. Press n to begin the first one.
home-no-study = A study holds the people, interviews and themes of one research. Press s to make or choose one.

## People and interviews.
people-empty = The people of the study will be here. Press n for the first one.
participant-empty = The interviews will be here. Press n to begin one.
reader-empty = This interview has no lines yet.
reader-correct = Correct the line; the old wording stays as a revision

## Live capture.
recorder = REC
recorder-synced = The recorder begins now: offset 00:00:00.
capture-empty = Type a line and press Enter. First character: " verbatim, ! my observation, ? still owed. F1-F5 choose the dimension, F6 the path.
draft-kept = kept
draft-waiting = being kept
offer-refile = Last line to { $dimension }? Enter
offer-correct = Correcting { $code }: Enter keeps, Esc leaves it
offer-person = Tab: { $code } { $name }
offer-new-person = Tab: { $code }, a new person called { $name }
named-person = { $name } is { $code }; the name is kept in the vault alone.
paste-title = Pasted text
paste-counts = { $taken } of { $all } lines, as lines of { $code }
paste-speaker = { $digit } { $name }: { $role }
paste-role-participant = participant
paste-role-interviewer = interviewer
paste-role-left-out = left out
paste-taken = { $count } { $count ->
        [one] line
       *[other] lines
    } taken over, unsorted.
paste-empty = Nothing of what was pasted is a line.
offer-theme = Tab: #{ $name }
offer-below = { $count ->
    [one] 1 newer below
   *[other] { $count } newer below
}
offer-unsorted = { $count ->
    [one] 1 unsorted line
   *[other] { $count } unsorted lines
}
offer-path = ! decision  & interaction  =who  >touchpoint  a time such as "around March"
path-sign-stage = at the head of a path event: its stage
path-sign-act = at the head of a path event: a decision, an interaction
path-sign-who = at the end of a path event: who, at which touchpoint (3 ! last May chose by total cost =manager >quote)
path-sign-when = at the end of a path event: when, in words that no rule knows
days-range = { $from } ~ { $until }
days-unknown = days unknown
timeline-empty = The path stands here: what the buyer did, in order. n puts in the first event; in the capture F6 does.
timeline-change = { $code }
timeline-new = New event, behind the one under the cursor
timeline-dated = { $dated } of { $all } with days
timeline-span = first to last: { $least } to { $most } days
timeline-back = back to { $stage }
timeline-days = after { $count ->
    [one] 1 day
   *[other] { $count } days
}
timeline-days-about = after { $least } to { $most } days
timeline-against = earlier than the event before
timeline-stages = 0 ... 5 stage
path-text = what happened
path-when = when
path-who = who
path-touchpoint = touchpoint
correction-open = The wording was changed: Enter keeps it, Esc leaves the line as it was.
open-elsewhere = This interview is open in another window too. Both keep what is typed.
recovered = The unfinished line of { $time } is back.
slash-unknown = { $word } is no command. A space before it makes it text.
theme-needs-dimension = A theme needs a dimension: file the line first.
gap = break
gap-stopped = whybuy was not running for { $long }
gap-asleep = the machine slept for { $long }
still-empty = empty: { $subjects }
guide-next = question { $done }/{ $all }
guide-done = Every question of the guide is settled.
guide-settled = guide done, { $all } questions
probe = probe
probes-off = No more probes until you switch them on again.
probes-on = Shallow answers get a probe again.
probe-price = What did they compare the { $noun } with, and who did?
probe-fame = “{ $noun }”: where did they hear that, and from whom?
probe-quality = “{ $noun }”: in which moment did they see that?
probe-story-trigger = “{ $noun }”: what happened just before?
probe-story-criteria = “{ $noun }”: what was ruled out because of it?
probe-story-benefit = “{ $noun }”: what is different on a working day since then?
probe-story-concern = “{ $noun }”: what would have happened at worst, and to whom?
probe-story-post_purchase = “{ $noun }”: what did they do the day after?
probe-story-unsorted = “{ $noun }”: how did that come about?
group-on = Group session: begin a line with initials and a colon, as in JY: too late.
group-off = One person speaks again.
panel-guide = Guide
panel-guide-empty = The study has no guide yet.
echo-heard = { $people } of { $of } earlier people said something like this: { $example }
echo-new-persona = new for this persona ({ $of ->
    [one] 1 person
   *[other] { $of } people
} heard before)
echo-new-study = new in this study ({ $of ->
    [one] 1 person
   *[other] { $of } people
} heard before)
panel-echo = Heard before
asked-open = open
end-title = End the interview?
end-yes = end it
end-owed = { $count ->
    [one] 1 answer is still owed; there is still time to ask:
   *[other] { $count } answers are still owed; there is still time to ask:
}
end-empty = Not touched yet: { $subjects }

## The card before a call.
card-whole-study = the whole study
card-first = first interview
card-again = interview { $count }
card-earlier = the earlier interview
card-said = What they have said
card-people = people
card-asked = asked
card-against = against
card-nobody-asked = not asked
card-no-contradiction = nobody
card-alone = Claims that rest on one person
card-gaps = Gaps to ask about
card-not-asked = not asked
card-nobody = Nobody of this persona has been interviewed yet: everything will be new.
card-nothing = No line stands under a theme yet.
card-no-consent = There is no consent yet. 5 opens the capture and waits for it there.
card-ask-trigger = What happened that made them start looking just then?
card-ask-criteria = What did they compare, and what ruled an option out?
card-ask-benefit = What did they expect to be different afterwards, and was it?
card-ask-concern = What nearly stopped them, and whom did they tell?
card-ask-post_purchase = What happened after the purchase, and who decides whether it goes on?
card-ask-path = Who did what, in which order, and where did they have to go back?
card-ask-theme = Does “{ $theme }” come up without being named?

## The debrief.
sort-left-of = { $left }/{ $all } left
sort-over = done
sort-leave = leave unsorted
sort-left = left as it is
sort-new-theme = new theme…
sort-dimension-first = a dimension first, then its theme
sort-last = Every other line is dealt with; a number sorts this one, 0 leaves it.
sort-marked = { $dimension } · { $theme } ({ $people ->
    [one] 1 person
   *[other] { $people } people
})
sort-reason = The real reason this person bought, in one sentence
sort-not-asked = not asked
sort-no-line = asked, no line
end-filled = What this interview has filled
end-themes = { $count ->
    [0] No new theme
    [one] 1 new theme
   *[other] { $count } new themes
}
end-gaps = What is still open
end-not-asked = Noted as not asked: { $subjects }

## The guide.
guide-empty = The questions of the study will be here, in the order to ask them. Press n for the first one.
guide-open = { $open } of { $all } still open
field-question = Question
field-subject = About
field-probes = Probes
field-theme = Theme
field-passage = Passage
question-new = New question; probes are parted by /
question-change = Change the question; probes are parted by /
question-drop = Drop this question?
question-drop-yes = drop it
question-drop-uses = { $count ->
    [one] What became of it in 1 interview goes with it.
   *[other] What became of it in { $count } interviews goes with it.
}

## Search.
search-hint = Type a few words. Filters: concern:, persona:, role:, outcome:, voice:, theme:, date:2024.., "exact phrase", -without
search-nothing = No line says this. Try fewer words, or leave a filter out.
search-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}{ $interviews ->
    [0] { "" }
    [one] { " " }· 1 interview
   *[other] { " " }· { $interviews } interviews
}  { $ms } ms
search-behind = { $count ->
    [one] 1 line ahead of the index
   *[other] { $count } lines ahead of the index
}
search-other-study = That line is in the study { $study }; leave the capture first.
search-standing = { $said } of { $asked } asked + { $unprompted } unprompted · { $not_asked } not asked · { $open } open
search-standing-unasked = nobody asked · { $unprompted } unprompted · { $not_asked } not asked · { $open } open
search-contradicted = { $count } against
search-beyond = Also
search-literal = without synonyms
search-literal-on = off
search-literal-off = on
expanded-initials = initials
expanded-as_hangul = typed on the English layout
expanded-as_latin = typed on the Korean layout
expanded-forms = forms
expanded-synonym = team synonym
expanded-former_name = former theme name
search-nothing-in = { $lines ->
    [one] 1 line was searched, and it does not say this.
   *[other] { $lines } lines were searched, and none says this.
}
search-nobody-asked = Nobody was asked about it either.
search-asked-in-vain = { $count ->
    [one] 1 person was asked and did not say so.
   *[other] { $count } people were asked and none said so.
}
search-without = Leave out
search-without-lines = { $count ->
    [one] 1 line without it
   *[other] { $count } lines without it
}
search-near = Spelled nearly so
search-named = Name
search-saved = Saved searches
search-names-in-the-vault = Names are in the vault only
search-person-elsewhere = That participant is in the study { $study }; open it from home with s.
search-saved-as = Search “{ $name }” kept; home tells when it finds somebody new.
search-not-saved-name = A search with somebody's name in it is not kept: names are in the vault only. Search by a code such as P09.
hit-against = against
facet-lines = { " " }lines
facet-people = { " " }people

## How the query writes its filters. Both languages are understood.
filter-dimension = dimension
filter-dimension-trigger = trigger
filter-dimension-criteria = criteria
filter-dimension-benefit = benefit
filter-dimension-concern = concern
filter-dimension-post_purchase = post_purchase
filter-dimension-unsorted = unsorted
filter-outcome = outcome
filter-outcome-won = won
filter-outcome-lost = lost
filter-outcome-no_decision = no_decision
filter-outcome-decided_not_bought = decided_not_bought
filter-role = role
filter-persona = persona
filter-feeling = feeling

## Tray, citation, matrix.
tray-count = { $count } in the tray
tray-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
tray-empty = Nothing in the tray. Space puts a line that was found in it.
tray-one-sided = Nobody has looked for the opposite: { $key } does.
tray-sought = The opposite was looked for; nothing of it is in the tray.
tray-against = { $count ->
    [one] 1 line speaks against the rest.
   *[other] { $count } lines speak against the rest.
}
tray-other-study = That line is in the study { $study }; Enter opens it, then Space puts the line in the tray.
cite-copied = { $count ->
    [one] 1 line copied with its code.
   *[other] { $count } lines copied with their codes.
}
cite-withheld = { $count ->
    [one] 1 without its words: no consent to quote.
   *[other] { $count } without their words: no consent to quote.
}
cite-left-out = { $count ->
    [one] 1 line left out: no consent to take part.
   *[other] { $count } lines left out: no consent to take part.
}
cite-too-long = It is longer than { $most } bytes; the terminal may refuse it.
cite-nothing = No line may be copied: there is no consent to take part.
citation-asked = { $said } of { $asked } asked, plus { $unprompted } unprompted.
citation-unasked = Nobody was asked; { $unprompted } unprompted.
citation-against = { $count } against.
citation-rest = { $count ->
    [one] 1 other was not asked, or it is not known.
   *[other] { $count } others were not asked, or it is not known.
}
citation-left-out = ({ $lines ->
    [one] 1 line
   *[other] { $lines } lines
} of { $people ->
    [one] 1 person
   *[other] { $people } people
} left out: no consent to take part)
citation-withheld = no consent to quote
citation-line-against = against
matrix-participant = participant
matrix-role = role
matrix-said = said
matrix-against = against
matrix-asked = asked, not said
matrix-blank = blank: not asked
matrix-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
}
matrix-elsewhere = { $count } in other studies left out
matrix-empty = These lines are under no theme yet. In an interview, t marks a line.
matrix-more = { $count } more themes
reader-hit = hit { $at }/{ $of }
reader-last-hit = This is the last line found.
reader-first-hit = This is the first line found.

## Themes and evidence.
picker-title = Theme
picker-new = new: { $name }
theme-new = New theme
theme-rename = Rename the theme
theme-drop = Drop the theme “{ $name }”?
theme-drop-yes = drop it
theme-drop-why = Why is “{ $name }” dropped, for every persona?
theme-memo = What “{ $name }” means
theme-split = { $count ->
    [one] Split 1 line off, into a theme called
   *[other] Split { $count } lines off, into a theme called
}
themes-chosen = { $count } chosen
themes-dropped = Dropped
themes-memo = Memo: { $memo }
themes-merge = Merge { $count } themes into one; ↑ ↓ go through their names
themes-parent = Under which theme?
themes-parent-unfit = A wider theme is of the same dimension and does not stand below this one.
candidates-everybody = everybody
candidates-count = { $count ->
    [one] 1 candidate
   *[other] { $count } candidates
} ({ $k } asked for)
candidates-thinking = Lines are being compared.
candidates-none = No lines without a theme are alike enough to be a candidate.
candidates-nameless = (no name)
candidates-additions = Lines that look like a theme
candidates-doubts = Contradictions to judge
candidates-loose = Left over
candidates-doubt = Does this line contradict “{ $theme }”?
candidates-name = { $count ->
    [one] A theme of 1 line, called
   *[other] A theme of { $count } lines, called
}
candidates-drop = Why is “{ $name }” no theme?
affinity-none = under no theme
affinity-count = { $themes ->
    [one] 1 theme
   *[other] { $themes } themes
}
evidence-empty = No line stands here.

## Briefs and journeys.
yes = yes
no = no
brief-draft = draft
brief-draft-after = draft after v{ $number }
publish-title = Publish the brief { $persona } as v{ $number }
publish-what = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}. It is frozen with a hash of its lines.
publish-where = Files would be written into { $folder }.
publish-files = publish + md, html, quotes.csv, json
publish-only = publish only
publish-done = { $persona } v{ $number } is published.
apart-people = { $people } here, { $others } others
apart-themes = Themes
apart-words = Words
apart-here = here
apart-elsewhere = others
apart-none = Nothing tells them apart.
apart-note = Counts are people. z compares the two shares and is told from eight people on either side; below that, only what two or more said here and nobody elsewhere, or the other way round.
verify-leaks = What would tell who somebody is
verify-allow = Why may what was found in { $place } leave the library? The reason is printed.
verify-allowed = allowed: { $reason }
brief-stale = { $count } stale
brief-nobody = Nobody yet
brief-nobody-asked = nobody asked
brief-none-against = none against
brief-against = { $count } against
brief-says-no = against
brief-written = Theme: { $theme }. Heading by { $by }, { $date }: an interpretation
brief-above = Under { $themes }
brief-shown = { $shown } of { $all ->
    [one] 1 line
   *[other] { $all } lines
} printed
brief-only-won = bought only
brief-only-not-won = did not buy only
brief-recall = old memory: { $old } of { $people } people, up to { $months } months
brief-returned = Left out once, with { $then } people; now { $now }. Reason then: { $reason }
brief-dropped = Left out
brief-dropped-why = { $reason } ({ $by }, { $date })
brief-expectations = Expected and beyond
brief-people = people
brief-triggers = Trigger sheet
brief-no-card = { $count ->
    [one] 1 trigger has no card yet: c on its claim.
   *[other] { $count } triggers have no card yet: c on their claims.
}
brief-committees = Buying committees
brief-saturation = Stop rule
brief-from = From { $people }.
brief-headline = Heading of “{ $theme }”; blank for the theme's own name
brief-leave-out = Why is “{ $theme }” left out?
field-headline = Heading
field-reason = Reason
card-title = When “{ $theme }” happens
card-event = Event
card-cause = Cause
card-effect = Effect
card-trackable = Trackable
card-action = Action
card-rejected = Rejected
card-message = Message
card-lines = Lines
concord-agreed = agreed
concord-conflict = conflict
concord-one_sided = some only
saturation-empty = The curve of new themes will be here once an interview has begun.
saturation-legend = { $curve } themes in the order of the dates   { $band } where other orders lie (5 to 95 of 100)
stop-good-turing = Estimated share of what the next interview would repeat: { $percent } % (Good and Turing).
stop-head-new = New
stop-head-themes = Themes
stop-head-band = Other orders
study-settings = The numbers of this study
field-stop-base = Stop rule: base
field-stop-run = Stop rule: run
field-stop-threshold = Stop rule: new, %
field-quota-target = People per cell
field-quota-attributes = Attributes, separated by commas
field-recall = Old memory, months
recruit-title = Recruiting request: { $persona }
recruit-copied = The request is on the clipboard.
personas-brief = Brief of which persona?
personas-journey = Journey of which persona?
personas-empty = There is no persona yet. Give a participant one.
personas-by-rank = the most urgent of { $year } first
journey-debt = assumption debt { $weak }/{ $filled }
journey-blank = to be written, must answer: { $answers }
journey-back = Back
journey-on = On
journey-disclaimer = Buyers do not move like this form.
journey-views = How to look at it
journey-from-brief = brief v{ $number }
journey-waiting = { $count ->
    [one] 1 proposal
   *[other] { $count } proposals
}
journey-taken = { $count } taken
journey-human = { $count } by hand
journey-only = { $layer } only
journey-nothing-kept = Nothing is on the map yet: only what somebody accepts or writes enters it.
journey-lane-hidden = The lane { $lane } is not shown here.
journey-counts = { $interviews ->
    [one] 1 interview
   *[other] { $interviews } interviews
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} · newest { $newest }
journey-assumed = assumption: nobody was heard
journey-no-way-back = Nobody went back.
journey-against = { $count ->
    [one] 1 line against
   *[other] { $count } lines against
}
journey-waits = A proposal: it is not on the map yet.
journey-side-base = first proposed
journey-side-ours = on the map
journey-side-theirs = proposed now
journey-unsupported = Nothing bears it out any more.
journey-empty-cell = Nothing stands here.
journey-empty-moment = Entries that are flagged as moments of truth stand here.
journey-empty-owner = Whoever answers for the stage stands here, as its form says.
journey-touched = { $by } · { $on } · { $origin }
journey-accepted-strong = { $count ->
    [one] 1 strong proposal is
   *[other] { $count } strong proposals are
} on the map.
journey-refuse = Refuse “{ $name }”
journey-legend-strong = three people or more
journey-legend-thin = one or two
journey-legend-waits = waits
journey-legend-blank = to be written
field-reason-maybe = Reason, may be blank
field-words = Words
field-answering = Words that answer “{ $answers }”
field-goal = Goal
field-works-if = It works if
field-works = It works
field-review = Review after days
field-reviewed = Reviewed on
field-stages = Stages, separated by semicolons
field-owner = Owner
field-helpers = Helpers, separated by commas
field-substeps = Sub-steps, separated by commas
field-competitor = Competitor
field-group = Group
field-remark = Comment
field-note = Note
card-heard = In their words
card-done = What they did
card-open = { $count } open
card-removed = { $count } removed: median { $median ->
        [one] 1 day
       *[other] { $median } days
    }, longest { $most ->
        [one] 1 day
       *[other] { $most } days
    }
card-counts = Rests on
card-helpers = with { $helpers }
card-unknown = unknown
card-steps = Sub-steps
card-lead = Lead
card-worked = What worked?
card-fell = Fell away where?
card-lasts = How long?
card-exits = measured: { $people } left here
card-median = measured: median { $days ->
        [one] 1 day
       *[other] { $days } days
    } ({ $people })
card-days = measured, in days: { $days } ({ $people })
curve-empty = Feelings on the map stand here as a curve; no entry has one yet.
curve-versions = Over the versions
curve-now = now
months-empty = What entries rest on stands here by month; the map rests on no line yet.
months-about = By the month of the interview: people, then lines under the entries of the stage.
gaps-none = Nothing is lacking.
gaps-fail = { $count ->
    [one] 1 gap keeps it incomplete
   *[other] { $count } gaps keep it incomplete
}
gaps-rest = { $count ->
    [one] 1 more gap
   *[other] { $count } more gaps
}
gaps-fixes = { $count } to put right
gaps-whole = the whole journey
gaps-weight = weight { $severity } × { $people }
gaps-walked = failed on a walk
beside-title = Compare with what?
beside-none = There is no other journey and no version to compare with.
beside-version = v{ $number } of { $date }
beside-proposed = { $name } (proposals)
beside-counts = { $changed ->
    [one] 1 cell differs
   *[other] { $changed } cells differ
} · { $same } the same
beside-unmet = { $name } meets buyers where this journey does not: { $stages }
steps-mapping = Mapping
steps-study = The study
steps-skip = Why is “{ $name }” left out? Blank takes it up again.
journeys-title = Which journey?
journeys-ours = { $name } (ours)
journeys-ours-open = ours, which nobody keeps yet
journeys-competitor = begin the journey to a competitor
journeys-competitor-title = To which competitor does the journey lead?
journeys-fork = fork this one for a group
journeys-fork-title = For which group is the journey forked?
remark-new = New comment
remark-settled = settled { $date }
remarks-empty = Comments on the entry stand here. Press n for the first one.
lane-name = Name of the lane
lane-own = own
lanes-count = { $shown } of { $all } shown
walk-count = { $seen }/{ $all } looked at · { $failed } failed
walk-empty = Touchpoints of the map stand here to be walked; the map has none yet.
walk-failures = Failed before and not put right
walk-note = What was seen at “{ $name }”?
walk-failed = What does not work at “{ $name }”?
walk-open = open
walk-passed = works
walk-failing = fails
walk-fixed = fixed
publish-journey-done = Journey of { $persona } published as v{ $number }.
kpi-target = target { $target }
kpi-actual = actual { $value }
kpi-change = { $change } since the one before

## Steps of the screens. $about is a code or a name.
step-new-study = Study { $about } made
step-new-participant = { $about } added
step-change-participant = { $about } changed
step-change-persona = Persona { $about } changed
step-note-consent = Consent of { $about } noted
step-new-interview = Interview with { $about } planned
step-start-interview = Interview with { $about } started
step-end-interview = Interview with { $about } ended
step-change-source = Kind of the interview with { $about } changed
step-import-paste = Pasted lines of { $about } taken over
step-start-recorder = Recorder of { $about } started
step-shift-offsets = Times of { $about } shifted
step-note-gap = Interruption of { $about } noted
step-ask-question = What became of { $about } noted
step-move-question = Question moved to { $about }
step-change-question = Question { $about } changed
step-expectation-line = Expectation of { $about }
step-sort-line = { $about } sorted
step-line-to-path = { $about } moved to the path
step-finish-debrief = Debrief of { $about } finished
step-log-line = { $about } logged
step-move-event = { $about } moved
step-stage-event = Stage of { $about }
step-act-event = Kind of { $about }
step-remove-event = { $about } dropped
step-log-event = { $about } logged
step-correct-line = { $about } corrected
step-correct-event = { $about } corrected
step-refile-line = { $about } filed elsewhere
step-star-line = Star of { $about }
step-feeling-line = Feeling of { $about }
step-mark-theme = { $about } marked
step-unmark-theme = { $about } unmarked
step-new-theme = Theme { $about } made
step-rename-theme = Theme renamed to { $about }
step-drop-theme = Theme { $about } dropped
step-save-search = Search { $about } kept
step-look-search = Search { $about } looked at
step-drop-search = Saved search { $about } dropped
step-memo-theme = Memo of { $about }
step-take-back-theme = Theme { $about } taken back
step-nest-theme = Theme { $about } put under another
step-lift-theme = Theme { $about } lifted out
step-move-theme = Theme { $about } moved to another dimension
step-split-theme = Theme { $about } split off
step-merge-themes = Themes merged into { $about }
step-move-line = { $about } moved to another theme
step-accept-theme = Candidate { $about } accepted
step-drop-candidate = Candidate { $about } dropped
step-judge-line = { $about } judged
step-head-claim = Heading of { $about }
step-choose-quotes = Printed lines of { $about }
step-leave-out-claim = { $about } left out of the brief
step-bring-back-claim = { $about } back in the brief
step-fill-trigger-card = Trigger card of { $about }
step-accept-proposals = Journey of { $about }: proposals accepted
step-refuse-proposals = Journey of { $about }: proposals refused
step-write-entry = Journey of { $about }: entry written
step-remove-entry = Journey of { $about }: entry removed
step-comment-entry = Journey of { $about }: comment
step-resolve-comments = Journey of { $about }: comments settled
step-change-journey = Journey of { $about } changed
step-fork-journey = Journey forked for { $about }
step-rename-touchpoint = Touchpoint is now { $about }
step-publish-journey = Journey of { $about } published
step-walk-journey = Journey of { $about } walked
step-fix-failure = Journey of { $about }: failure put right
step-change-settings = Settings of { $about }

## Errors of the screens.
error-needs-terminal = The screens need a terminal that can show them.
    .why = Input or output is not a terminal.
    .hint = Run whybuy in a terminal window, add --plain for lines instead of screens, or use a command: whybuy --help lists them.
error-terminal = The terminal cannot be used.
    .why = Reading from it or writing to it failed.
    .hint = Everything that was shown as saved is saved. Start whybuy again in another terminal.
error-file-there = { $file } is already there.
    .why = A file is never written over.
    .hint = Choose another name.
error-file-not-written = { $file } could not be written.
    .why = The folder is missing or closed, or the disk is full.
    .hint = Choose another place.

## The plain front end: one line asked, one line told, every state in words.
plain-saved = Saved: { $what }.
plain-not-saved = NOT SAVED: { $what }. { $why } It is kept here and tried again; go on typing.
plain-refused = NOT SAVED, and it will not be: { $what }. { $why }
plain-recovered = Saved now: { $what }.
plain-unsaved = { $count } NOT SAVED
plain-no-number = Type a number from 1 to { $most }, or nothing.
plain-no-text = { $word } takes no text behind it. Nothing was done.
plain-no-line = There is no line yet.
plain-nothing-changed = Nothing changes: { $what }.
plain-yes = yes
plain-no = no
plain-more = { $count } more lines; Enter tells them, 0 stops
plain-home = Number, code of a participant, or /help
plain-home-title = whybuy, { $study }, { $time }, { $safe }.
plain-all-saved = everything is saved
plain-home-empty = No interviews yet. Type a code such as P01 to begin the first one.
plain-home-help = A number opens what stands there. A code such as P07 opens the capture of that participant, who is made where there is none. An empty line tells the day again.
plain-which-study = Which study
plain-which-persona = Which persona
plain-nobody = There is no participant { $code }.
plain-no-people = No people yet.
plain-no-themes = No themes yet.
plain-slash-unknown = { $word } is no command here.
plain-whose = Consent of which participant
plain-agreed-aloud = agreed aloud in the call, just now
plain-consent-choose = Digits to switch, such as 13; Enter keeps
plain-begins = The interview with { $person } begins. /help tells the words.
plain-goes-on = The interview with { $person } goes on.
plain-last-saved = Last saved { $time }, { $age }.
plain-hours-ago = { $count } hours ago
plain-days-ago = { $count } days ago
plain-draft = An unfinished line of { $time } is kept: { $text }
plain-draft-log = log it
plain-draft-drop = drop it
plain-draft-choose = Number; Enter leaves it for later
plain-lines-go-to = Lines go to: { $dimension }.
plain-refile = Enter alone files { $code } under { $dimension }.
plain-path = The next line is a path event; a digit first names its stage.
plain-end-choose = 1 ends it; Enter goes on
plain-undo-choose = 1 undoes it; Enter leaves it
plain-card-consent = consent
plain-card-back = back
plain-card-choose = Enter begins the interview; or a number
plain-star = starred
plain-feeling = feeling { $feeling }
plain-verbatims = { $count } verbatim
plain-ago = { $count ->
    [0] just now
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
plain-undone = undone
plain-open = open
plain-fix = { $what }. It reads: { $typed }
plain-fix-help = Type the number and the new wording: /fix 41 the new wording. A path event has an E: /fix E3 text.
plain-file-help = Type the number and where it belongs: /file 41 w. The words are t, c, b, w, p and -.
plain-who = Nobody is called { $token } yet.
plain-who-new = a new participant, { $code }; the name goes to the names file only
plain-who-text = leave it in the line: @{ $token }
plain-who-choose = Number; Enter takes the line back
plain-who-name = Name; Enter takes { $token }
plain-find = Find which words
plain-find-also = { $typed } was also looked for as { $sought }.
plain-find-choose = Number tells the lines around it; Enter goes back
plain-other-study = That line is in the study { $study }.
plain-guide-done = Every question of the guide is settled.
plain-guide-empty = The study has no guide yet.
plain-guide-choose = Number for asked, number and 2 for covered unasked, number and 3 for passed over; Enter goes back
plain-capture-help = Type a line and press Enter. First character: " verbatim, ! my observation, ? still owed; # names a theme, @ a participant. A word sets where lines go, and a line may follow it. /-2 to /+2 is the feeling of the line that follows, or of the last one.
plain-word-search = Search every line: /find delay
plain-word-bar = What is touched and what is empty
plain-word-last = The newest entries: /last 5
plain-word-correct = Correct an entry: /fix 41 the new wording
plain-word-file = File a line elsewhere: /file 41 w
plain-word-guide = The questions, and what became of them
plain-word-asked = The next question was asked
plain-word-skip = The next question is passed over
plain-word-history = What was done, newest first
plain-word-help = These words



### == cli ==

## The help pages.
cli-about = Log buyer-persona interviews live, find what buyers said, and draw briefs and journeys whose every claim has its evidence.
cli-more = Without a command the screens open. `whybuy help COMMAND` explains one command.
cli-usage = Usage:
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-globals = Every command
cli-options-word = options
cli-command-word = command
cli-error = error:
cli-any-json = Answer with one JSON document
cli-any-lang = Language of the screens and messages
cli-any-library = Library file; also WHYBUY_LIBRARY
cli-any-config = Configuration file; also WHYBUY_CONFIG
cli-any-mouse = Take the mouse: clicks and the wheel
cli-any-palette = Colours of the screens; also WHYBUY_PALETTE
cli-any-study = Study to work on, where there are several
cli-any-ascii = Draw with ASCII characters only
cli-any-plain = Line by line, for screen readers and simple terminals; also WHYBUY_PLAIN=1
cli-any-help = Show this help
cli-any-version = Show the version
cli-any-name = Name, code or number of the { $kind }
cli-any-yes = Do not ask first
cli-any-persona = Persona by its name
cli-any-participant = Code of the participant, such as P07
cli-any-interview = Interview: P07 for the newest one, or P07/label
cli-any-dimension = Dimension, or unsorted
cli-any-limit = At most so many
cli-any-format = Format of the document
cli-any-output = Write to this file; - is stdout
cli-any-attr = One attribute, such as rank=manager; may be repeated
cli-any-outcome = How the purchase ended
cli-any-date = Date as YYYY-MM-DD
cli-any-source = What kind of contact it was
cli-any-theme = Theme by its name, or dimension:name
cli-any-file = File of the copy
cli-any-new-about = Add a new { $kind }
cli-any-list-about = List every { $kind }
cli-any-show-about = Show one { $kind }
cli-any-rm-about = Remove one { $kind } with everything that needs it
cli-any-restore-about = Bring back a removed { $kind }
cli-value-lang = LANG
cli-value-file = FILE
cli-value-dir = FOLDER
cli-value-what = TABLE
cli-value-name = NAME
cli-value-text = TEXT
cli-value-key-value = KEY=VALUE
cli-value-tag-dimension = TAG=DIMENSION
cli-value-event-event = EVENT,EVENT
cli-value-yes-or-no = YES-OR-NO
cli-value-kind = KIND
cli-value-outcome = OUTCOME
cli-value-code = CODE
cli-value-from = FROM
cli-value-participant = PARTICIPANT
cli-value-date = DATE
cli-value-source = SOURCE
cli-value-moment = MOMENT
cli-value-subject = SUBJECT
cli-value-dimension = DIMENSION
cli-value-interview = INTERVIEW
cli-value-voice = VOICE
cli-value-speaker = SPEAKER
cli-value-offset = TIME
cli-value-line = LINE
cli-value-theme = THEME
cli-value-format = FORMAT
cli-value-query = QUERY
cli-value-count = COUNT
cli-value-persona = PERSONA
cli-value-palette = PALETTE
cli-value-finding = FINDING
cli-value-version = VERSION
cli-value-year = YEAR
cli-value-year-rank = YEAR=RANK

## What each command is for.
cli-demo-about = Open a throw-away copy of a sample study
cli-demo-print_path = Only make the copy and print where it is; nothing is opened
cli-study-about = Studies: one research undertaking each
cli-study-new-name = Name of the study
cli-study-new-goal = The one goal, as a sentence
cli-study-new-works_if = How one will know that the study worked
cli-persona-about = Personas: the buyer types that form from participants
cli-persona-list-attr = Only those that have this attribute, such as rank=manager; may be repeated
cli-participant-list-attr = Only those who have this attribute, such as rank=manager; may be repeated
cli-persona-new-name = Name of the persona
cli-persona-new-who = Who this is, in a sentence or two
cli-persona-new-approach = How to approach this type
cli-persona-list-year = The most urgent of this year first, such as 2026
cli-persona-set-about = Change what is said of a persona, and how urgent it is in a year
cli-persona-set-name = Another name
cli-persona-set-who = Who this is, in a sentence or two
cli-persona-set-approach = How to approach this type
cli-persona-set-attr = One attribute, such as rank=manager; rank= takes it away; may be repeated
cli-persona-set-priority = How urgent in a year, such as 2026=1 for the most urgent; 2026= takes the rank away; may be repeated
cli-participant-about = Participants: people under a code, never a name
cli-participant-new-code = Code such as P07; the next free one if left out
cli-participant-new-deal = Deal by its name
cli-participant-new-role = Role in the purchase
cli-participant-new-recruited = Where this person was found
cli-participant-name-about = Keep, show or remove the name behind a code, in the names file only
cli-participant-name-called = The name; - reads it from stdin, so that it stands in no history of the shell
cli-participant-name-remove = Forget the name
cli-interview-shift-about = Move every time of an interview, where the recorder began earlier or later
cli-interview-shift-by = By how much: +30, -1:10, 00:01:10
cli-deal-about = Deals: purchase cases and how they ended
cli-deal-new-name = Label without company names, such as D2
cli-deal-new-competitor = To whom it was lost, as a label
cli-interview-about = Interviews: contacts with one participant each
cli-interview-new-label = What the interview is called; the date if left out
cli-interview-new-planned = Planned hour as 2026-03-02T14:00:00+09:00
cli-trigger-about = Trigger cards: what to do and say when a trigger happens
cli-trigger-new-event = What happens; the theme's name where it is left out
cli-trigger-new-cause = What brings it about
cli-trigger-new-effect = What it brings about
cli-trigger-new-trackable = Whether the company can see it happen: true or false
cli-trigger-new-action = What the company then does
cli-trigger-new-rejected = What was thought of and rejected, and why
cli-trigger-new-message = What the company then says
cli-alternative-about = Alternatives: what buyers considered besides what they bought
cli-alternative-new-interview = Interview in which it was told, as P07 or P07/2
cli-alternative-new-kind = What kind
cli-alternative-new-name = What it is called; not needed where the kind says it
cli-alternative-new-kept = Whether it stayed among what was chosen from: true or false
cli-alternative-new-why = Why it was kept or dropped
cli-alternative-new-line = The line that says so
cli-question-about = Questions of the guide, in their order
cli-question-new-text = The wording
cli-question-new-subject = What it is about
cli-question-new-probe = A follow-up wording; may be repeated
cli-question-new-between = Passage of the path that it asks about, such as demo,purchase
cli-question-starter-about = Puts four questions about what moves buyers on into the guide
cli-starter-none = The guide has them already.
cli-theme-about = Themes: recurring ideas inside a dimension
cli-theme-new-name = Name of the theme
cli-theme-new-dimension = Dimension it belongs to
cli-theme-new-memo = What it means, in your words
cli-theme-propose-about = Candidate themes among the lines that stand under none; nothing is saved
cli-theme-propose-dimension = Dimension; all five without it
cli-theme-propose-themes = Into how many candidates a dimension is parted; the lines decide without it
cli-synonym-about = Synonyms: words that mean the same to your team
cli-synonym-new-words = Two words or more that mean the same
cli-saved-search-about = Saved searches: they tell when somebody new is found
cli-saved-search-new-name = Name of the search
cli-saved-search-new-query = Words and filters, as in whybuy search
cli-log-about = Open the live capture of a participant's interview
cli-log-persona = Persona that the participant counts towards
cli-note-about = Lines of an interview
cli-note-add-about = Add lines from the arguments or from stdin
cli-note-add-text = One line each; without any, the lines of stdin
cli-note-add-voice = In whose words; paraphrase if left out
cli-note-add-speaker = Who spoke; the participant if left out
cli-note-add-at = How far into the interview, as [hh:]mm:ss
cli-note-add-star = Mark as worth returning to
cli-mark-about = Tie lines to a theme, for it or against it
cli-mark-notes = Codes of the lines, such as P07-L041
cli-mark-contradicts = The lines speak against the theme
cli-mark-remove = Untie the lines from the theme
cli-import-about = Take in notes, transcripts and whole studies
cli-import-files = Files to read; - is stdin
cli-import-format = Format; guessed if left out
cli-import-participant = Participant of a transcript; a new code if left out
cli-import-persona = Persona of people to whom the file gives none
cli-import-interviewer = Who asks in a transcript: a label or a number
cli-import-speaker = Who answers in a transcript; may be repeated
cli-import-dimension = Dimension of lines that have none
cli-import-tag = A tag's dimension: its lines go there, under a theme
cli-import-interview = What the interview is called; the date if left out
cli-import-date = Date of the interview if the file names none
cli-import-dry_run = Tell what would be taken and save nothing
cli-left-out-hint = `whybuy consent give` notes who has agreed.
cli-export-kept = { $people ->
    [one] 1 person has not agreed to take part
   *[other] { $people } people have not agreed to take part
}; this is the whole study and holds their { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} too. Keep the file as safe as the library.
cli-export-about = Write the study, or its lines, as a document
cli-export-what = Only this, as a table for a spreadsheet
cli-export-notes = Only the lines, flat: one object per line
cli-search-about = Find lines; filters stand in the query
cli-search-query = Words, "a phrase", -word, one|other, *part*, concern:word, persona:, outcome:, role:, voice:, theme:, date:2024.., feeling:-, star:yes, path:consideration>problem, path:back, asked:concern, said:no, revision:all
cli-search-context = Show so many lines before and after each
cli-show-about = Show a line or a path event by its code
cli-show-code = P07-L041, P07-L041.r1 or P07-E03
cli-coverage-about = What each interview has touched, and what is thin
cli-saturation-about = What each further interview added, and what the stop rule says
cli-gate-about = What a brief of a persona would rest on, and what to put right first
cli-next-about = Whom to recruit next for a persona, and what to ask
cli-brief-intervals = Add to each claim the interval that a random sample would have
cli-brief-about = What is known of a persona, claim by claim
cli-brief-template = Folder of templates that stand in the place of the built-in HTML ones
cli-brief-font = Font file for characters that the built-in fonts of pdf and png lack
cli-brief-publish = Publish it: freeze it under the next number
cli-brief-edition = Write a published version again, such as v2
cli-brief-diff-about = What changed between two versions of a brief
cli-brief-diff-before = Earlier version: v2, or draft
cli-brief-diff-after = Later version: v3, or draft
cli-brief-list-about = The published versions, and what has changed since
cli-verify-about = Hold briefs and journeys that were handed out against the library
cli-verify-files = Documents in Markdown, HTML, JSON or CSV; - is stdin
cli-verify-template = Folder of templates in which the HTML was set
cli-leaks-about = What would tell who somebody is: names, numbers, addresses, companies
cli-leaks-allow-about = Let a finding leave the library, with a reason that is printed
cli-leaks-allow-finding = Beginning of the finding, as `whybuy leaks` shows it
cli-leaks-allow-reason = Why it may leave, as one line
cli-leaks-hide-about = Correct every line that holds a finding: neutral words stand in its place
cli-leaks-hide-finding = Beginning of the finding, as `whybuy leaks` shows it
cli-head-finding = Finding
cli-head-kind = Kind
cli-head-word = Word
cli-head-places = Where
cli-head-reason = Allowed because
cli-head-version = Version
cli-head-published = Published
cli-head-hash = Hash
cli-head-since = Since then
cli-leaks-none = Nothing was found that tells who somebody is.
cli-leaks-found = { $open ->
    [0] Nothing stops an export
    [one] 1 finding stops every export
   *[other] { $open } findings stop every export
}; { $allowed ->
    [one] 1 is let through
   *[other] { $allowed } are let through
}
cli-leaks-hint = `whybuy leaks hide FINDING` puts neutral words in its place; `whybuy leaks allow FINDING --reason TEXT` lets it through. Numbers that are spelled out in words are not looked for.
cli-leak-allowed = Finding { $finding } is let through: { $places }
cli-leak-hidden = Finding { $finding } is hidden in { $count ->
    [one] 1 line
   *[other] { $count } lines
}: { $places }
cli-leak-left = Change these by hand: { $places }
leak-name = name
leak-phone = phone number
leak-email = e-mail address
leak-resident_number = resident number
leak-company = company
leak-instead-name = [name]
leak-instead-phone = [phone number]
leak-instead-email = [e-mail address]
leak-instead-resident_number = [resident number]
leak-instead-company = [company]
cli-export-leaks = { $count ->
    [one] The backup holds 1 place
   *[other] The backup holds { $count } places
} that would tell who somebody is; `whybuy leaks` shows them. Keep the file as safe as the library.
cli-verify-basis-draft = The brief of { $persona }, held against what the records give now.
cli-verify-basis-edition = The brief of { $persona }, v{ $number }, held against that version as it was published.
cli-verify-basis-journey = The journey of { $persona }, held against what the records give now.
cli-verify-basis-journey_edition = The journey of { $persona }, v{ $number }, held against that version as it was published.
cli-verify-basis-table = A table of quotations or presence, held against what the records give now.
cli-verify-basis-none = No brief and no journey of this study is like this document; only its quotations, people and words were looked at.
cli-verify-edition-how = Quotations are compared with the revisions that they cite, numbers with the lines on which the version rests; what the records have moved since is marked ~ and is no fault.
cli-verify-counts = quotations { $quotes }/{ $all_quotes } as in their source · numbers { $numbers }/{ $all_numbers } as counted again · leaks { $leaks }
cli-verify-holds = It holds.
cli-verify-fails = { $count ->
    [one] 1 thing does not hold.
   *[other] { $count } things do not hold.
}
verify-quote = { $about } reads “{ $expected }”, not “{ $found }”.
verify-quote-do = Print the line anew, or correct it in the library.
verify-not_verbatim = { $about } stands in quotation marks and is no verbatim line.
verify-not_verbatim-do = Take the quotation marks away, or make the line verbatim if it is.
verify-unsourced = A quotation names no line: “{ $found }”.
verify-unsourced-do = Give its code, or take the quotation marks away.
verify-attribution = { $about } was said by { $expected }, not by { $found }.
verify-attribution-do = Give it back to the one who said it.
verify-no-persona = The persona of this document is not in this study. If it is of another study, choose that with --study.
cli-verify-more = { $count ->
    [one] one more
   *[other] { $count } more
} of this kind; --json has them all.
verify-reference = “{ $about }{ $found }” is nowhere in the records.
verify-reference-do = Take it out, or write the document anew.
verify-number = “{ $found }” should be “{ $expected }”.
verify-number-do = Write the document anew; a number that nothing bears out goes.
verify-words = “{ $found }” should be “{ $expected }”.
verify-words-do = Change it in the library and write the document anew.
verify-contradictor = A contradicting line is left out: “{ $expected }”.
verify-contradictor-do = Put it back.
verify-missing = A line is left out: “{ $expected }”.
verify-missing-do = Put it back, or write the document anew.
verify-withdrawn = { $about } has withdrawn.
verify-withdrawn-do = Call the document back and write it anew.
verify-expired = The material of { $about } should no longer be kept.
verify-expired-do = Ask again, or remove what is kept of this person.
verify-not_agreed = { $about } has not agreed to take part.
verify-not_agreed-do = Ask for consent, or take the lines out.
verify-no_quote_consent = { $about } did not agree to be quoted.
verify-no_quote_consent-do = Ask for it, or write the document anew: it then prints no wording.
verify-leak = A { $about ->
    [name] name
    [phone] phone number
    [email] e-mail address
    [resident_number] resident number
   *[company] company
} stands here (finding { $found }).
verify-leak-do = `whybuy leaks` shows it, hides it or lets it through.
verify-hash = The lines of version { $about } do not give its hash.
verify-hash-do = The version was changed after it was published: restore a backup, or publish anew.
verify-moved = { $about }: { $found ->
    [none] not in it
    [was] in it
   *[other] { $found }
} when it was published, { $expected ->
    [new] new
    [gone] gone
    [reworded] in other words
   *[other] { $expected }
} now.
verify-moved-do = Lines with ~ have moved since the version was published: publish a new one when it matters.
cli-brief-published = { $persona }: v{ $number } is published (hash { $hash }).
cli-editions-none = Nothing is published yet.
cli-edition-fresh = nothing has changed
cli-edition-stale = stale: people +{ $in } −{ $out }, lines { $lines }, claims { $claims }
cli-version-draft = draft
cli-diff-same = Nothing has changed.
cli-diff-people = People { $before } → { $after }   { $people }
cli-diff-lines = Lines in other words: { $lines }
diff-left-withdrawn = consent withdrawn
diff-left-removed = removed
diff-left-moved = another persona
diff-left-not_counted = not counted any more
diff-rest = { $count ->
    [one] One other claim is
   *[other] { $count } other claims are
} raised by as many people as before.
compare-none = Nothing of this persona has been published yet. Publish the brief with P, and later see here what has changed.
diff-stronger = stronger: also { $joined }
diff-weaker = weaker: no longer { $lost }
diff-contradicted = contradicted: { $contradicted_before } → { $contradicted_after } ({ $against })
diff-unsupported = its last support is gone ({ $lost }): take the sentence out
diff-new = new: { $joined }
diff-gone = claimed no more
diff-renamed = was called “{ $was }”
diff-steady = as many as before; { $asked ->
    [0] nobody more was asked
    [one] 1 more was asked
   *[other] { $asked } more were asked
}
cli-recall-head = Call these back; they were handed out with lines of this person:
cli-recall-row = { $persona } v{ $number } of { $date }: { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}, { $quotes } word for word
cli-journey-about = The journey of a persona, seeded from its brief
cli-journey-format = Format of the document; the drawings are fragments that can be pasted
cli-journey-template = Folder of templates that stand in the place of the built-in HTML ones
cli-journey-path-about = Each person's path by stages, with the ways back
cli-journey-metrics-about = What buyers did, counted: moves, exits, time, alternatives
cli-journey-metrics-between = Only how many came from one event to another, such as demo,purchase: a stage, act:NAME, outcome:NAME, rep, or words of a touchpoint
cli-journey-list-about = The journeys, what is stale, what waits, and how far the study is
cli-journey-seed-about = What the evidence would change in a journey, numbered
cli-journey-accept-about = Take proposals into the map
cli-journey-accept-numbers = Numbers of `journey seed`
cli-journey-accept-strong = Every new one that three or more people bear out and nobody contradicts
cli-journey-accept-all = All of them
cli-journey-accept-text = Take one in these words
cli-journey-refuse-about = Refuse proposals: they are not proposed again
cli-journey-refuse-numbers = Numbers of `journey seed`
cli-journey-refuse-reason = Why
cli-journey-write-about = Write an entry into a cell
cli-journey-write-text = What it says
cli-journey-write-instead = Words of the entry it replaces
cli-journey-write-evidence = Line that it rests on, such as P07-L041; may be repeated
cli-journey-write-experience = Message: the experience that carries it
cli-journey-write-content = Message: in what it is carried
cli-journey-write-answers = What it answers
cli-journey-write-layer = What kind of thing it tells
cli-journey-write-feeling = Feeling: -2 to 2
cli-journey-write-expectation = Expectation: taken for granted, or beyond
cli-journey-write-met = Expectation: what became of it
cli-journey-write-observed = Observation: of which kind
cli-journey-write-when = Internal event: when it happens
cli-journey-write-decides = Internal event: a role that decides; may be repeated
cli-journey-write-to = Next stage: which one
cli-journey-write-owner = Who sees to it
cli-journey-write-severity = Pain: how bad, 1 to 3
cli-journey-write-closed = Barrier, pain: the day of its removal
cli-journey-write-holding = Resource: there, or needed
cli-journey-write-cost = Resource: what it costs, in whole units of money
cli-journey-write-unit = KPI: in what it is counted
cli-journey-write-target = KPI: what it should reach
cli-journey-write-actual = KPI: what it was on a day, such as 2026-11-02=14; may be repeated
cli-journey-write-moment = It is a moment of truth
cli-journey-remove-about = Take an entry out
cli-journey-remove-text = Its words
cli-journey-comment-about = Comment on an entry, or settle its comments
cli-journey-comment-text = Words of the entry
cli-journey-comment-say = The comment
cli-journey-comment-resolve = Settle the open comments
cli-journey-set-about = Goal, review, lanes and stages of a journey
cli-journey-set-goal = The one goal
cli-journey-set-works_if = By what one sees that it works
cli-journey-set-works = Whether it works: true or false
cli-journey-set-review_days = Days between two reviews
cli-journey-set-reviewed = It was reviewed today
cli-journey-set-hide = Lane that is not shown; may be repeated
cli-journey-set-show = Lane that is shown again; may be repeated
cli-journey-set-add_lane = Name of a lane of your own; may be repeated
cli-journey-set-order = Lanes in the order in which they shall stand first
cli-journey-set-name = Name of a stage
cli-journey-set-owner = Who answers for a stage
cli-journey-set-helper = Who helps at a stage; may be repeated
cli-journey-set-step = Sub-step of a stage; may be repeated
cli-journey-set-lead = What becomes of a lead at a stage
cli-journey-set-worked = Which measures worked at a stage
cli-journey-set-fell = Where buyers fell away at a stage
cli-journey-set-lasts = How long a stage takes
cli-journey-set-skip = Mapping step to leave out, and why; may be repeated
cli-journey-fork-about = Fork a journey for a group of the persona's people
cli-journey-fork-into = The group
cli-journey-rename-touchpoint-about = Call a touchpoint something else everywhere
cli-journey-rename-touchpoint-from = Its name now
cli-journey-rename-touchpoint-to = Its new name
cli-journey-check-about = What a journey lacks; exit code 1 where a required cell is empty
cli-journey-steps-about = The eight steps of mapping: done, open or left out
cli-journey-diff-about = How two journeys or versions differ, cell by cell
cli-journey-diff-left = Journey by its name, with @v2 or @draft for a version
cli-journey-diff-right = The other one
cli-journey-publish-about = Freeze a journey under the next number
cli-journey-publish-reason = Why
cli-journey-walk-about = Walk a journey as a buyer would, and see what failed
cli-journey-walk-pass = Number of a touchpoint that works; may be repeated
cli-journey-walk-fail = Number of a touchpoint that fails, and what was seen; may be repeated
cli-journey-walk-fixed = Number of a failure that is put right
cli-journey-edition = Write a published version again, such as v2
cli-any-competitor = Journey that leads to this competitor
cli-any-group = Journey that was forked for this group
cli-any-stage = Stage by its key, its number or its name
cli-any-lane = Lane by its key or its name
cli-value-number = NUMBER
cli-value-stage = STAGE
cli-value-lane = LANE
cli-value-content = CONTENT
cli-value-layer = LAYER
cli-value-feeling = FEELING
cli-value-expectation = EXPECTATION
cli-value-met = MET
cli-value-observed = OBSERVED
cli-value-role = ROLE
cli-value-holding = HOLDING
cli-value-unit = UNIT
cli-value-date-number = DATE=NUMBER
cli-value-stage-text = STAGE=TEXT
cli-value-step-text = STEP=TEXT
cli-value-number-text = NUMBER=TEXT
cli-value-journey = JOURNEY
cli-journey-waiting = { $persona }: { $count ->
        [0] nothing waits
        [one] 1 proposal waits
       *[other] { $count } proposals wait
    }
cli-journey-decided = { $accepted } accepted, { $refused } refused, { $waiting } wait.
cli-journey-written = { $journey }: saved, { $entries ->
        [one] 1 entry.
       *[other] { $entries } entries.
    }
cli-journey-unchanged = { $journey }: nothing to change.
cli-journey-touchpoint-renamed = The touchpoint is “{ $name }” now in { $count ->
        [one] 1 place.
       *[other] { $count } places.
    }
cli-journeys-none = Nobody keeps a journey yet; `whybuy journey seed PERSONA` shows what the evidence proposes.
cli-journey-row = revised { $date } · { $comments ->
        [one] 1 open comment
       *[other] { $comments } open comments
    } · { $waiting ->
        [one] 1 proposal waits
       *[other] { $waiting } proposals wait
    } · assumption debt { $weak }/{ $filled }
cli-journey-edition-row = v{ $number } { $date } { $by } { $reason }
cli-journey-works-yes = Works: { $test }
cli-journey-works-no = Does not work: { $test }
cli-journey-works-unknown = Not known whether it works: { $test }
cli-journey-complete = { $journey }: no required cell is empty
cli-journey-incomplete = { $journey }: { $count ->
        [one] 1 gap keeps it incomplete
       *[other] { $count } gaps keep it incomplete
    }
cli-journey-same = Both say the same.
cli-journey-counted = “{ $text }”: { $before } → { $after ->
        [one] 1 person
       *[other] { $after } people
    }
cli-journey-unmet = { $stage }: they meet buyers here and we do not.
cli-journey-stops = { $journey }: touchpoints to walk
cli-journey-walk = { $date } { $walker }: { $passed } passed, { $failed } failed
cli-journey-fixed = put right on { $date }
cli-undo-about = Take back the newest step
cli-redo-about = Do again what was taken back
cli-history-about = The steps of the study, newest first
cli-consent-about = What a participant agreed to
cli-consent-show-about = Show the consent of a participant
cli-consent-give-about = Note that consent was given
cli-consent-give-record = Agreed to be recorded
cli-consent-give-quote = Agreed to be quoted
cli-consent-give-verbal = Given by word of mouth during the call
cli-consent-give-keep_until = Last day on which the material may be kept
cli-consent-withdraw-about = Note that consent was withdrawn
cli-backup-about = Write a verified copy of the library
cli-backup-file = File of the copy; the backup folder if left out
cli-restore-about = Put the library back from a copy
cli-reindex-about = Build the index anew from the library
cli-doctor-about = Where things are and whether they are sound

## Heads of tables and labels.
cli-head-new-themes = New themes, by date
cli-head-themes = Themes
cli-head-heard-once = Heard once
cli-head-stop = Stop rule
cli-head-touched = Reached
cli-head-verbatims = Verbatim
cli-head-last-new = New lately
cli-head-verdict = Verdict
cli-head-event = Event
cli-head-cause = Cause
cli-head-effect = Effect
cli-head-action = Action
cli-head-rejected = Rejected
cli-head-message = Message
cli-head-alternative = Kind
cli-head-between = Between
cli-head-kept = Kept
cli-head-why = Why
cli-head-question = Question
cli-head-asked = Asked
cli-head-covered = Covered
cli-head-skipped = Left out
cli-head-not-reached = Not reached
cli-head-query = Query
cli-head-seen = Seen
cli-head-words = Words
cli-head-name = Name
cli-head-people = People
cli-head-lines = Lines
cli-head-created = Since
cli-head-goal = Goal
cli-head-works-if = Works if
cli-head-persona = Persona
cli-head-role = Role
cli-head-real-name = Real name
cli-head-interruption = Interrupted
cli-head-speakers = Speakers
cli-head-initials = Initials
cli-head-answers = Answers
cli-head-expectation = Expected
cli-head-code = Code
cli-head-path = Path
cli-head-stage = Stage
cli-head-began = Began
cli-head-came-back = Back
cli-head-past = Past
cli-head-met-us = Met us
cli-head-won = Won
cli-head-left = Left
cli-head-open = Open
cli-head-outcome = Outcome
cli-head-deal = Deal
cli-head-recruited = Found as
cli-head-consent = Consent
cli-head-attributes = Attributes
cli-head-competitor = Lost to
cli-head-about = Who
cli-head-approach = Approach
cli-head-priority = Rank by year
cli-head-rank = Rank
cli-head-dimension = Dimension
cli-head-memo = Memo
cli-head-subject = About
cli-head-text = Text
cli-head-probes = Probes
cli-head-theme = Theme
cli-head-date = Date
cli-head-status = Status
cli-head-source = Source
cli-head-planned = Planned
cli-head-started = Started
cli-head-ended = Ended
cli-head-when = When
cli-head-who = Who
cli-head-edits = Edits
cli-head-step = Step
cli-head-interview = Interview
cli-head-study = Study
cli-head-touchpoint = Touchpoint
cli-head-by = By
cli-head-participant = Person
cli-head-unsorted = Unsorted
cli-head-owed = Owed
cli-head-participate = Take part
cli-head-record = Recording
cli-head-quote = Quotation
cli-head-verbal = By word of mouth
cli-head-given = Given
cli-head-withdrawn = Withdrawn
cli-head-keep-until = Keep until
cli-yes = yes
cli-no = no
cli-no-persona = (none)

## Answers.
cli-added = Added { $kind } { $name }.
cli-name-kept = The name of { $code } is kept in the names file, and nowhere else.
cli-name-removed = The name of { $code } is forgotten.
cli-name-none = No name is kept for { $code }.
cli-shifted = Times of { $name } moved by { $by }: { $count ->
    [one] 1 line
   *[other] { $count } lines
}. `whybuy undo` takes it back.
cli-removed = Removed { $name }: { $what }. `whybuy { $command } restore` brings it back.
cli-restored = Brought back { $kind } { $name }.
cli-changed = Changed { $kind } { $name }.
cli-unchanged = { $kind } { $name }: nothing to change.
cli-priority-shared-hint = Choose one to begin with, and give the others another rank: whybuy persona set NAME --priority { $year }=2
cli-unapproached = Nobody said how { $persona } is approached, and the document says so. Write it down with: whybuy persona set "{ $persona }" --approach TEXT
cli-list-empty = There is no { $kind } yet.
cli-list-no-match = No { $kind } is like that. Without the conditions all are listed.
cli-ask-remove = Remove { $name }? This removes { $what }. [y/N]
cli-ask-restore = Put back the library { $library }? A copy of it as it is now is kept. [y/N]
cli-count-study = { $count ->
        [one] 1 study
       *[other] { $count } studies
    }
cli-count-theme = { $count ->
        [one] 1 theme
       *[other] { $count } themes
    }
cli-count-question = { $count ->
        [one] 1 question
       *[other] { $count } questions
    }
cli-count-persona = { $count ->
        [one] 1 persona
       *[other] { $count } personas
    }
cli-count-synonym = { $count ->
        [one] 1 synonym
       *[other] { $count } synonyms
    }
cli-count-judgement = { $count ->
        [one] 1 judgement
       *[other] { $count } judgements
    }
cli-count-trigger_card = { $count ->
        [one] 1 trigger card
       *[other] { $count } trigger cards
    }
cli-count-alternative = { $count ->
        [one] 1 alternative
       *[other] { $count } alternatives
    }
cli-count-edition = { $count ->
        [one] 1 edition
       *[other] { $count } editions
    }
cli-count-allowance = { $count ->
        [one] 1 leak let through
       *[other] { $count } leaks let through
    }
cli-count-journey = { $count ->
        [one] 1 journey
       *[other] { $count } journeys
    }
cli-count-entry = { $count ->
        [one] 1 entry of a journey
       *[other] { $count } entries of journeys
    }
cli-count-comment = { $count ->
        [one] 1 comment
       *[other] { $count } comments
    }
cli-count-walk = { $count ->
        [one] 1 walk-through
       *[other] { $count } walk-throughs
    }
cli-count-journey_edition = { $count ->
        [one] 1 published journey
       *[other] { $count } published journeys
    }
cli-count-saved_search = { $count ->
        [one] 1 saved search
       *[other] { $count } saved searches
    }
cli-count-gap = { $count ->
        [one] 1 interruption
       *[other] { $count } interruptions
    }
cli-count-deal = { $count ->
        [one] 1 deal
       *[other] { $count } deals
    }
cli-count-participant = { $count ->
        [one] 1 participant
       *[other] { $count } participants
    }
cli-count-interview = { $count ->
        [one] 1 interview
       *[other] { $count } interviews
    }
cli-count-note = { $count ->
        [one] 1 line
       *[other] { $count } lines
    }
cli-count-path_event = { $count ->
        [one] 1 path event
       *[other] { $count } path events
    }
cli-count-asked = { $count ->
        [one] 1 asked question
       *[other] { $count } asked questions
    }
cli-count-mark = { $count ->
        [one] 1 mark
       *[other] { $count } marks
    }
cli-marked-supports = Marked for “{ $theme }”: { $notes }
cli-marked-contradicts = Marked against “{ $theme }”: { $notes }
cli-marked-unmarked = Untied from “{ $theme }”: { $notes }
cli-undone = Undone: { $step }
cli-redone = Done again: { $step }
cli-history-undone = (undone)
cli-reindexed = The index is new: { $count ->
        [one] 1 line
       *[other] { $count } lines
    }.
cli-progress-lines = { $done } of { $total } lines
cli-consent-open = not given yet
cli-consent-given = given
cli-consent-withdrawn = withdrawn
cli-backup-done = Copied and checked: { $file }
cli-restore-done = The library is put back from { $file }.
cli-restore-kept = The library as it was before: { $file }
cli-search-found = { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }
cli-search-nothing = Nothing found.
cli-search-dimensions = Lines
cli-search-personas = People
cli-search-more = { $count ->
        [one] 1 more line
       *[other] { $count } more lines
    }; --limit shows more.
cli-search-literal = Without the team's synonyms and former theme names
cli-search-roles = Roles
cli-search-synonym = Also found “{ $sought }” for “{ $typed }”: a synonym of the team. --literal leaves it out.
cli-search-former_name = The theme “{ $sought }” was once called “{ $typed }”.
cli-search-against = { $against ->
    [one] One person speaks against it.
   *[other] { $against } people speak against it.
}
cli-search-speaks-against = Speaks against: { $themes }
cli-search-now = This was r{ $revision }. Now: { $text }
cli-search-named = Names are in the vault alone: { $codes }
cli-search-searched = { $lines ->
    [one] One line was searched.
   *[other] { $lines } lines were searched.
}
cli-search-without = Without “{ $filter }”: { $lines ->
    [one] one line
   *[other] { $lines } lines
}
cli-search-near = Spelled nearly so: { $words }
cli-search-forms = Also read “{ $typed }” as “{ $sought }”.
cli-search-initials = Read “{ $typed }” as initials.
cli-search-as_hangul = Also typed in Hangul: “{ $sought }” for “{ $typed }”.
cli-search-as_latin = Also typed in Latin: “{ $sought }” for “{ $typed }”.
cli-show-newer = The newest revision is r{ $revision }.
## Candidate themes.
cli-propose-nothing = No line without a theme, and nothing to judge.
cli-propose-saved = Nothing is saved. `whybuy theme new` makes a theme, `whybuy mark` puts lines under it.
cli-propose-unnamed = without a name
cli-propose-withheld = no line of it may be quoted
cli-propose-candidate = { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }
cli-propose-additions = Look like a theme
cli-propose-addition = { $note } → { $theme }
cli-propose-doubts = May contradict a theme; judge them
cli-propose-doubt = { $note } against { $against }, under { $theme }
cli-propose-unsorted = { $count ->
        [one] 1 line is
       *[other] { $count } lines are
    } like no other
cli-coverage-empty = No interview has begun yet.
cli-coverage-people = People who touched it, of { $count ->
        [one] 1 person
       *[other] { $count } people
    }
cli-doctor-version = Version
cli-doctor-library = Library
cli-doctor-index = Index
cli-doctor-configuration = Settings
cli-doctor-defaults = not there; the defaults hold
cli-doctor-terminal = Terminal
cli-doctor-language = Language
cli-doctor-absent = not there yet
cli-doctor-sound = sound
cli-doctor-holds = { $studies ->
        [one] 1 study
       *[other] { $studies } studies
    }, { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }
cli-doctor-no-index = not usable; the next search reads the library, reindex builds it
cli-doctor-index-current = up to date
cli-doctor-index-behind = { $count ->
        [one] 1 change
       *[other] { $count } changes
    } behind; searches see them all the same

## Import.
cli-import-study = Study “{ $study }”: { $people ->
        [one] 1 person
       *[other] { $people } people
    }, { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }
cli-import-taken = { $taken ->
        [one] 1 line
       *[other] { $taken } lines
    } taken, { $refused } refused ({ $format })
cli-import-interview-row = { $participant }, interview { $label }: { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }
cli-import-interview-new = { $participant }, new interview { $label }: { $lines ->
        [one] 1 line
       *[other] { $lines } lines
    }
cli-import-speaker-row = Speaker { $position } “{ $label }”: { $role }, { $turns ->
        [one] 1 turn
       *[other] { $turns } turns
    }
cli-import-guess-told = The interviewer is the one you named.
cli-import-guess-label = The interviewer was known by the label.
cli-import-guess-questions = The interviewer was taken to be who asks most; --interviewer corrects it.
cli-import-guess-first = Nobody asks: who spoke first was taken for the interviewer; --interviewer corrects it.
cli-import-theme = New theme “{ $theme }” ({ $dimension })
cli-import-columns = Columns left aside: { $columns }
cli-import-tags = Tags left aside, for want of a dimension (--tag): { $tags }
cli-import-refused = Not taken: { $count }
cli-import-remarks = Remarks: { $count }
cli-import-dry = Nothing was saved.
cli-more-lines = and { $count } more
cli-role-interviewer = interviewer
cli-role-participant = participant
cli-role-other = somebody else



### == errors ==

error-crash = whybuy stopped because of a fault of its own. Lines that were shown as saved are saved. Start it again to go on; report the place below, it holds nothing from the interviews.
error-synonym-words = A synonym has { $fewest } to { $most } words.
error-synonym-twice = “{ $word }” stands twice in the synonym.
error-theme-needs-dimension = A theme cannot be unsorted.
    .why = A theme is a recurring idea inside one of the five dimensions.
    .hint = Name a dimension: trigger, criteria, benefit, concern or post_purchase.
error-met-without-expectation = A line without an expectation cannot say what became of it.
    .why = Met, unmet and exceeded speak of something that was expected, or that was beyond.
    .hint = Say first whether the line is predictable or beyond.
error-rep-without-interaction = Our representative can only be part of an interaction.
    .why = An action is the buyer's own, and a decision is made among them; meeting us is an interaction.
    .hint = Make it an interaction: the key that changes the kind of an event has it as the last one.
error-card-needs-trigger = “{ $name }” is no trigger.
    .why = A trigger card says what to do when a purchase trigger happens; other dimensions have none.
    .hint = Choose a theme of the dimension trigger: `theme list` shows them.
error-journey-not-kept = Nobody keeps a journey of “{ $persona }” yet.
    .why = What the evidence proposes becomes a journey when somebody accepts the first of it.
    .hint = See `whybuy journey seed`, then accept what shall stand in the map.
error-one-proposal = Other words can be given to one proposal only.
    .why = Several proposals say several things.
    .hint = Name one number together with --text.
error-no-proposal = There is no proposal { $number }.
    .why = The numbers go from 1 to { $last }, and change whenever something is decided.
    .hint = Look at `whybuy journey seed` again.
error-no-lane = There is no lane “{ $lane }”.
    .why = A lane is named by its key or by the name that the team gave it.
    .hint = The keys are: { $lanes }.
error-no-step = There is no mapping step “{ $step }”.
    .why = Mapping has eight steps.
    .hint = They are: { $steps }.
error-not-a-measurement = That is no measurement.
    .why = A measurement is a day and a number.
    .hint = Write it like 2026-11-02=14.
error-no-stop = There is no touchpoint { $number }.
    .why = The numbers go from 1 to { $last }.
    .hint = `whybuy journey walk` without flags shows them.
error-no-failure = Nothing failed under the number { $number }.
    .why = The failures of all walks that are not put right are numbered, newest walk first.
    .hint = `whybuy journey walk` without flags shows the numbers.
error-lane-is-read = Nothing is written into the lane { $lane }.
    .why = It is read from elsewhere: moments of truth are flagged on entries, owners stand on the stage card.
    .hint = Flag the entry, or fill in the stage card.
error-stage-missing = This journey has no stage { $stage }.
    .why = An entry stands at one of the journey's own stages, and leads to one of them.
    .hint = Choose a stage of the journey, or add it first.
error-stage-in-use = The stage { $stage } holds entries, or an entry leads to it.
    .why = Nothing that stands in a journey is taken out together with a stage.
    .hint = Move or remove these entries first; hidden lanes can hold some too.
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

## Library and store.
error-study-missing = There is no study named “{ $name }”.
    .why = The library has no study of this name that was not removed.
    .hint = List the studies with: whybuy study list
error-no-study = There is no study yet.
    .why = Everything that is kept belongs to a study.
    .hint = Make one with: whybuy study new NAME
error-study-needed = Which study is meant?
    .why = The library holds { $count } studies.
    .hint = Name one with --study NAME.
error-study-there = A study named “{ $name }” is already in the library.
    .why = Two studies of one name could not be told apart.
    .hint = Give the other one a new name, or use another library with --library FILE.
error-persona-missing = There is no such persona.
    .why = It was removed, or it was never added.
    .hint = List the personas with: whybuy persona list
error-index-stopped = Building the search index was stopped.
    .why = Somebody asked for it. Nothing is lost; the index can always be built from the library.
    .hint = Start again with: whybuy reindex
error-rescue-failed = The rescue file could not be written.
    .why = The disk is full, the place is read-only, or a file of this name is there.
    .hint = Choose another place and try again before you leave.
error-unsaved-left = { $count ->
        [one] 1 record could not be saved. It is in { $file }
       *[other] { $count } records could not be saved. They are in { $file }
    }
    .why = whybuy was told to end while the library could not be written.
    .hint = When there is room again, take them in with: whybuy import FILE
error-unsaved-lost = { $count ->
        [one] 1 change that was never shown as saved is lost.
       *[other] { $count } changes that were never shown as saved are lost.
    }
    .why = whybuy was told to end while nothing could be written, neither to the library nor beside it.
    .hint = Everything that was shown as saved is saved. Make room before you start again.
error-library-busy = Another whybuy is writing to this library.
    .why = One process writes at a time, and this one waited as long as it may.
    .hint = Try again in a moment, or close the other one.
error-disk-full = The disk is full.
    .why = There was no room for what was to be written. Nothing that was saved before is lost.
    .hint = Make room and try again; the search index may be deleted, it is built anew.
error-library-damaged = The library file is damaged.
    .why = What is in it is not what was written. Nothing was changed.
    .hint = Copy the file away, then bring back a backup with: whybuy restore FILE
error-library-io = The library could not be read or written.
    .why = The disk or the operating system refused it.
    .hint = Look whether the disk is there and writable, then try again.
error-library-unreadable = The library holds a value that cannot be read.
    .why = Something other than whybuy wrote to it, or the file is damaged.
    .hint = Run whybuy doctor, or bring back a backup with: whybuy restore FILE
error-library-foreign = { $path } is a database of another program.
    .why = It does not say that it is a library of whybuy. It was not touched.
    .hint = Name another file with --library FILE.
error-not-a-shift = “{ $value }” is no span of time.
    .hint = Write seconds or mm:ss with a sign: +30, -1:10, 00:01:10.
error-vault-foreign = { $path } is not a names file of whybuy.
    .why = It is a database of another program. It was not touched.
    .hint = Move it away; names are kept beside the library under this file name.
error-not-a-library = { $path } is not a library.
    .why = It is not a database file. It was not touched.
    .hint = Name another file with --library FILE, or import it with: whybuy import FILE
error-library-newer = This library was written by a newer whybuy.
    .why = It has schema { $found } and this program knows up to { $known }. It was not touched.
    .hint = Use the newer whybuy.
error-library-without-wal = The library cannot be kept safely in this place.
    .why = The write-ahead log could not be turned on (mode: { $mode }), as happens on network drives.
    .hint = Put the library on a local disk with --library FILE.
error-sqlite-too-old = This whybuy was built with a SQLite that can lose data.
    .why = Version { $version } has a known fault.
    .hint = Build it with the bundled SQLite.
error-migration-dangling = Bringing the library to the new schema would leave loose ends.
    .why = After step { $step } some records would refer to nothing. Nothing was changed.
    .hint = Keep the file and report this; the backup made before it is whole.
error-backup-exists = { $path } is already there.
    .why = A backup never replaces a file.
    .hint = Choose another name.
error-backup-damaged = The backup did not pass its check and was thrown away.
    .why = { $fault }
    .hint = Run whybuy doctor on the library, then try another disk.
error-path-not-text = The path { $path } cannot be used.
    .why = Its name is not valid text.
    .hint = Choose a path of ordinary letters.
error-file-io = { $path } could not be read or written.
    .why = The disk or the operating system refused it.
    .hint = Look whether it is there and whether you may write to it.
error-rule-broken = A rule of the library refuses this.
    .why = A value is outside of what the research allows. Nothing was changed.
    .hint = Correct the value and try again.
error-store-fault = The store met something that it should not.
    .why = This is a fault of whybuy. Nothing that was saved is lost.
    .hint = Start it again, and report what you did.
## The command line.
error-usage-command = There is no command “{ $name }”.
    .why = The name is not one of the commands.
    .hint = `whybuy --help` lists them.
error-usage-command-near = There is no command “{ $name }”.
    .why = The nearest one is “{ $near }”.
    .hint = Try that one, or `whybuy --help` for the list.
error-usage-option = “{ $name }” is not understood here.
    .why = This command has no such option or argument.
    .hint = Add --help to see what it takes.
error-usage-option-near = “{ $name }” is not understood here.
    .why = The nearest option is “{ $near }”.
    .hint = Try that one, or add --help to see what the command takes.
error-usage-value = “{ $value }” does not fit { $name }.
    .why = The values are: { $legal }.
    .hint = Choose one of them.
error-usage-value-wrong = “{ $value }” does not fit { $name }.
    .why = It is not of the kind that is needed there.
    .hint = Add --help to see what the command takes.
error-usage-value-missing = { $name } needs a value.
    .why = Nothing follows it.
    .hint = Write the value behind it.
error-usage-value-count = { $name } has too many or too few values.
    .why = It takes a fixed number of them.
    .hint = Add --help to see what the command takes.
error-usage-missing = Something is missing: { $name }
    .why = The command cannot do anything without it.
    .hint = Add --help to see what the command takes.
error-usage-command-missing = A command is missing.
    .why = This one is a family of commands.
    .hint = Add --help to see them.
error-usage-conflict = { $name } and { $other } exclude each other.
    .why = They ask for opposite things.
    .hint = Leave one of them out.
error-usage-twice = { $name } stands twice.
    .why = It can be said only once, and the command does not choose between two.
    .hint = Leave one of them out.
error-usage-utf8 = What was given is not UTF-8 text.
    .why = Some of its bytes are no letters.
    .hint = Convert it to UTF-8, or use `import`, which reads other encodings.
error-usage-other = The command line is not understood.
    .why = Its parts do not fit together.
    .hint = Add --help to see what the command takes.
error-leaks-open = { $count ->
        [one] 1 finding of the leak linter stops this document
       *[other] { $count } findings of the leak linter stop this document
    }: { $places }.
    .why = Nothing that tells who somebody is leaves the library unless somebody says why.
    .hint = `whybuy leaks` shows them; `whybuy leaks hide FINDING` or `whybuy leaks allow FINDING --reason TEXT` settles each.
error-leak-ambiguous = “{ $finding }” means more than one finding.
    .why = A finding is called by the beginning of its digest, at least six letters of it.
    .hint = `whybuy leaks` shows them.
error-leak-missing = There is no finding “{ $finding }” in this study.
    .why = It was hidden, or its line was changed.
    .hint = `whybuy leaks` shows them.
error-edition-unchanged = Version { $number } already says the same.
    .why = Nothing that it would print has changed since.
    .hint = `whybuy brief list` and `whybuy journey list` show the versions.
error-not-between = “{ $value }” does not name two events with a comma between them.
    .why = An event is a stage such as purchase, act:decision, outcome:won, rep, next, or words of a touchpoint; demo|trial is either.
    .hint = `journey metrics PERSONA --between demo,purchase`
error-not-a-version = “{ $value }” is no version of a brief.
    .why = A version is called v2, 2 or draft.
    .hint = `whybuy brief list` shows the versions.
error-no-edition = There is no version { $number } of this brief.
    .why = It was never published.
    .hint = `whybuy brief list` shows the versions.
error-edition-cites-withdrawn = This version cites somebody who has withdrawn: { $people }.
    .why = What they said must not be handed out again.
    .hint = Call it back, and publish a new version.
error-edition-damaged = A published version cannot be read back.
    .why = It is no brief as whybuy writes it.
    .hint = Restore a backup of the library.
error-verify-table = The file is no whole table (line { $line }).
    .why = A row has more or fewer cells than the head.
    .hint = Write the table anew with `whybuy export quotes` or `whybuy export presence`.
error-verify-json = The file is no whole JSON document (line { $line }).
    .why = It may have been cut off or edited by hand.
    .hint = Write the document anew, or name it with the ending of its form (.md, .html).
error-no-library = There is no library at { $file }.
    .why = Nothing has been saved there yet.
    .hint = Begin with `whybuy study new NAME` or `whybuy import FILE`, or look around with `whybuy demo`.
error-no-record = There is no { $kind } “{ $name }”.
    .why = It was never added, or it was removed.
    .hint = List what there is; --study chooses the study.
error-nothing-removed = No removal of { $kind } “{ $name }” is in the history.
    .why = It was not removed, or the removal was undone.
    .hint = `whybuy history` shows the steps.
error-restore-later-steps = “{ $name }” cannot be brought back directly.
    .why = Steps that came later stand on its removal: { $steps }.
    .hint = Take those back first with `whybuy undo`; `whybuy history` shows them.
error-nothing-to-undo = There is nothing to undo.
    .why = The history of this study is empty or all undone.
    .hint = `whybuy history` shows the steps.
error-nothing-to-redo = There is nothing to do again.
    .why = Nothing was undone since the newest step.
    .hint = `whybuy history` shows the steps.
error-needs-yes = { $name } was not removed.
    .why = This would remove { $what }, and nobody is here to be asked.
    .hint = Add --yes if that is meant.
error-restore-needs-yes = The library { $library } was not replaced.
    .why = Nobody is here to be asked.
    .hint = Add --yes if that is meant; a copy of it as it is now is kept.
error-not-confirmed = Nothing was changed.
    .why = The answer was not yes.
    .hint = Answer y to go on.
error-participant-withdrawn = { $participant } withdrew.
    .why = No line of somebody who withdrew consent is shown, counted or taken in.
    .hint = `whybuy consent show { $participant }` tells since when.
error-not-a-code = “{ $name }” is not the code of a line.
    .why = A code looks like P07-L041, P07-L041.r1 or P07-E03.
    .hint = Copy it from a search or a brief.
error-code-in-studies = { $name } exists in several studies.
    .why = Codes are counted anew in each study.
    .hint = Name the study with --study.
error-theme-ambiguous = Two dimensions have a theme “{ $name }”.
    .why = A theme's name is unique inside its dimension only.
    .hint = Write dimension:name, such as concern:{ $name }.
error-interview-needed = Which interview is meant?
    .why = Not exactly one interview is running.
    .hint = Name it with --interview P07, or P07/label.
error-no-lines = There is no line to add.
    .why = No text was given, or it was blank.
    .hint = Write it as an argument, or pipe lines into the command.
error-not-a-date = “{ $value }” is not a date.
    .why = A date is written YYYY-MM-DD.
    .hint = Write it like 2026-03-02.
error-not-a-moment = “{ $value }” is not a moment.
    .why = A moment has a date, a time and an offset from UTC.
    .hint = Write it like 2026-03-02T14:00:00+09:00.
error-not-an-offset = “{ $value }” is not a time into the interview.
    .why = It is written [hh:]mm:ss.
    .hint = Write it like 12:41 or 01:02:03.
error-not-a-pair = “{ $value }” is not an attribute.
    .why = An attribute is written key=value.
    .hint = Write it like rank=manager.
error-not-a-stage-text = “{ $value }” does not say which stage gets which text.
    .why = A stage and its text are written stage=text.
    .hint = Write it like decision=Sales.
error-not-a-stop = “{ $value }” does not begin with the number of a stop.
    .why = A stop of the walk is written number, or number=what was found.
    .hint = Write it like 3=The form asks twice. Without --pass and --fail the command lists the stops.
error-no-skip-reason = Nobody said why the step { $step } is left out.
    .why = What is left out is read by others, and they ask why.
    .hint = Write the reason behind the step: --skip "{ $step }=why it is left out".
error-not-a-year = “{ $value }” is not a year.
    .why = A year is written with four digits.
    .hint = Write it like 2026.
error-not-a-rank = “{ $value }” is not a rank.
    .why = A rank is a whole number: 1 is the most urgent, { $last } the last one.
    .hint = Write 1, 2, 3 …, or nothing to take the rank away.
error-not-a-priority = “{ $value }” does not say how urgent something is in which year.
    .why = It is written year=rank.
    .hint = Write 2026=1 for the most urgent of 2026, or 2026= to take the rank away.
error-not-a-tag = “{ $value }” does not give a tag its dimension.
    .why = It is written tag=dimension.
    .hint = Write it like price=concern.
error-fixed-clock = WHYBUY_NOW is “{ $value }”, which is not a moment.
    .why = It fixes the clock for tests and is written as RFC 3339.
    .hint = Unset it, or write it like 2026-03-02T14:00:00+09:00.
error-no-home = The folders of this account are not known.
    .why = Neither HOME nor the XDG folders are set.
    .hint = Set HOME, or name the library with --library.
error-file-missing = There is no file { $file }.
    .why = The path leads nowhere.
    .hint = Look at the spelling and the folder.
error-file-is-folder = { $file } is a folder.
    .why = A file is needed there.
    .hint = Name the files in it.
error-file-unreadable = { $file } cannot be read.
    .why = The system refuses it.
    .hint = Look at its permissions and its disk.
error-file-unwritable = { $file } cannot be written.
    .why = The system refuses it.
    .hint = Look at the folder's permissions and the space on the disk.
error-templates-none = There is no template in { $folder }.
    .why = A template is a file such as claim.jinja or style.css.
    .hint = Name the folder that holds your templates.
error-template-broken = The template { $file } cannot be used.
    .why = Line { $line }: { $fault }.
    .hint = Correct the line, or take the file away: then the built-in one holds.
error-form-not-built = This whybuy cannot write { $form }.
    .why = It was built without the feature “{ $form }”: that form brings crates and fonts along, which not everybody wants.
    .hint = Build it with the feature: cargo install --path . --features { $form }, or --features paper for PDF, PNG and DOCX. Markdown, HTML and JSON are always there; the HTML page prints to A4.
error-form-needs-file = A document in { $form } does not go onto a terminal.
    .why = It is no text.
    .hint = Name a file with -o FILE, or pipe it on.
error-glyph-missing = { $count ->
    [one] No font has a character of this brief: { $points }.
   *[other] No font has { $count } characters of this brief: { $points }.
  }
    .why = A box in the place of somebody’s words would be a false quotation.
    .hint = Name a font that has them with --font FILE, or choose HTML or DOCX, which use the fonts of the reader’s machine.
error-font-unusable = Font number { $number } of this call cannot be used.
    .why = It is no TrueType or OpenType font.
    .hint = Name another file with --font.
error-pdf-unmade = The PDF could not be made.
    .why = This is a fault of whybuy itself, or a font that may not be embedded.
    .hint = Leave out --font; HTML prints to A4 meanwhile.
error-picture-too-high = The picture would be { $height } pixels high.
    .why = { $limit } is the highest that programs show well.
    .hint = Choose pdf, which has pages.
error-picture-unmade = The picture could not be made.
    .why = This is a fault of whybuy itself.
    .hint = Choose pdf or html meanwhile.
error-write-stdout = The answer cannot be written.
    .why = The system refuses it.
    .hint = Look at the space where the output goes.
error-json = The answer could not be put into JSON.
    .why = This is a fault of whybuy itself.
    .hint = Report it; nothing was changed.
error-not-private = whybuy cannot keep its files private on this system.
    .why = The limits that forbid core dumps cannot be set.
    .hint = Run it as an ordinary account outside of a restricted shell.
error-index-stays = The old index cannot be removed.
    .why = The library is put back, but its index follows another history.
    .hint = Run `whybuy reindex`.
error-index-busy = The index is in use.
    .why = Another whybuy is building it just now.
    .hint = Wait a little and try again; searches work meanwhile.

## Files that are read.
error-csv-no-text-column = The table has no column for what was said.
    .why = None of its headers is one of: { $columns }.
    .hint = Name the column text, or map it and import again.
error-file-is-archive = The file is an archive or an office document.
    .why = Only plain text, tables, subtitles and JSON are read.
    .hint = Save it as text, csv or vtt first.
error-file-not-text = The file is not text.
    .why = Its letters are neither UTF-8 nor UTF-16 nor CP949.
    .hint = Save it as UTF-8 text and import again.
error-file-too-large = The file is too large.
    .why = At most { $limit } MiB are read at once.
    .hint = Split it.
error-import-whole-study = The file is a whole study.
    .why = It cannot become lines of another study.
    .hint = Import it without options; it becomes a study of its own.
error-speaker-unknown = No speaker fits what was named.
    .why = The transcript has { $speakers } speakers, and none has this label or number.
    .hint = Import with --dry-run to see the speakers with their numbers.
error-changed-since = The step cannot be taken back any more.
    .why = A { $kind } it made was changed since, perhaps from another window.
    .hint = Look at the record and change it by hand.
error-read-failed = The file cannot be read to its end.
    .why = The system refuses it.
    .hint = Look at its disk and try again.
error-write-failed = The document cannot be written.
    .why = The system refuses it.
    .hint = Look at the space on the disk and try again.
error-study-no-header = The file does not begin as a study of whybuy.
    .why = Its first line is not the header that `export` writes.
    .hint = Export the study again, or name the --format of the file.
error-study-schema-unknown = The file is of a format that is not known.
    .why = Its header names neither whybuy.study/{ $known } nor an older one.
    .hint = Export the study again with whybuy.
error-study-schema-newer = The file was written by a newer whybuy.
    .why = It is whybuy.study/{ $version }; this one reads up to { $known }.
    .hint = Use the newer whybuy.
error-study-line-unreadable = Line { $line } of the study is not a record.
    .why = What stands at column { $column } is not what a record holds.
    .hint = The file was changed or cut; export the study again.
error-study-line-refused = Line { $line } of the study is refused.
    .why = Its record breaks a rule: { $reason }.
    .hint = The file was changed or cut; export the study again.
error-study-cut-short = The study is cut short.
    .why = Its header says { $expected } records, and { $found } are there.
    .hint = Copy or export it again, whole.
error-study-empty = The file holds no study.
    .why = There is a header and no record of a study.
    .hint = Export the study again.

## Why a line of a file was not taken, or what was assumed of it.
refusal-study-missing = its study is not in this library
refusal-text-empty = there is no text
refusal-text-too-long = the text is too long
refusal-text-not-clean = the text holds characters that are not allowed
refusal-out-of-range = a number is out of its range
refusal-value-unknown = the value of “{ $column }” cannot be read
refusal-not-json = not JSON, from column { $column } on
refusal-not-an-object = not a JSON object
refusal-more-cells-than-columns = more cells than columns; the last ones are left out
refusal-time-not-read = the time is not understood and left out
refusal-speaker-is-no-label = the speaker is no label; the words are kept as an observation
refusal-heading = a heading, not a line
refusal-before-first-speaker = stands before the first speaker
refusal-no-speakers = no speakers are named: all lines are kept as paraphrases of the participant
refusal-theme-too-long = the name of a theme is too long; the line has no such mark
refusal-date-assumed = no date is given: { $date } is assumed
refusal-other-study = belongs to another study
refusal-participant-missing = no participant is named, and none was given
refusal-participant-code = the participant is not a code such as P07
refusal-participant-withdrawn = the participant withdrew
refusal-persona-differs = the participant counts towards another persona, which stays
refusal-outcome-differs = the participant has another outcome, which stays
refusal-role-differs = the participant has another role, which stays
refusal-interview-missing = the interview could not be made
refusal-already-there = the same line is already there



error-screens-no-json = The screens cannot be opened with --json.
    .why = They are drawn on the terminal and answer no document.
    .hint = Leave --json away, or use a command such as search, brief or journey.
error-search-too-long = The search is longer than { $most } characters.
    .why = Limits are checked before anything is looked for, so that no text can hold the program up.
    .hint = Search for a few of its words.
error-search-too-many-words = The search has more than { $most } words.
    .why = Limits are checked before anything is looked for, so that no text can hold the program up.
    .hint = Leave some out.
error-search-too-many-exclusions = The search leaves out more than { $most } things.
    .why = Limits are checked before anything is looked for, so that no text can hold the program up.
    .hint = Use fewer words with "-".
error-search-word-too-long = A word of the search is longer than { $most } characters.
    .why = No stored word is compared beyond that.
    .hint = Put blanks between the words.
error-search-particle-alone = "{ $word }" alone finds nothing.
    .why = It is a particle, and stands in almost every line.
    .hint = Add the word that it belongs to, or ask for *{ $word }*.
error-search-no-letters = There is nothing to look for in this search.
    .why = It has no letter, syllable or digit.
    .hint = Type a word.
error-search-unknown-value = "{ $value }" is not a value of { $filter }:.
    .why = The filter knows a fixed list of values.
    .hint = Type { $filter }: with the beginning of one, in English or Korean.
error-search-bad-date = "{ $value }" is not a date.
    .why = A date filter reads a year, a month or a day, or two of them with ".." between.
    .hint = For example date:2024-03..2025 or date:2024-03-05.
error-search-cannot-exclude = "-{ $filter }:" cannot take a word.
    .why = It would leave out only some lines of the dimension.
    .hint = Leave out the dimension with -{ $filter }: or the word with "-word".
error-index-damaged = The search index cannot be read.
    .why = A file of it is missing or damaged. The library itself is not concerned.
    .hint = It is built again by itself; "whybuy reindex" does it now.
error-index-disk = The search index cannot be written.
    .why = The disk or the folder refused it. The library itself is not concerned.
    .hint = Look at the free space and the rights of the cache folder.


error-interview-gone = This interview is not in the study any more.
    .why = It was taken back or removed, perhaps in another window.
    .hint = What you typed stays here; redo (Ctrl+Y) brings the interview back.

## The configuration file
error-setting-value = { $name } does not take this value; the default holds.
    .hint = It takes { $legal }.

error-config-unreadable = { $file } cannot be read; the defaults hold.
    .hint = See that it is a file, that you may read it, and that it is UTF-8.
error-config-syntax = { $file }:{ $line }: this is not TOML.
    .why = { $fault }
    .hint = The other lines count. docs/config.md shows how a line is written.
error-config-name = { $file }:{ $line }: “{ $name }” is not known here.
    .hint = Known are { $legal }.
error-config-value = { $file }:{ $line }: “{ $name }” does not take this value; the default holds.
    .hint = It takes { $legal }.
error-config-key = { $file }:{ $line }: “{ $key }” is not a key.
    .hint = Keys are written like Ctrl+K, Alt+1, F5, Enter or Shift+Tab.
error-config-key-letter = { $file }:{ $line }: { $key } types text there ({ $place }), so it cannot mean “{ $action }”.
    .hint = Take a function key, or a letter with Ctrl or Alt.
error-config-key-confused = { $file }:{ $line }: many terminals send { $key } as Backspace, Tab, Enter or Esc.
    .hint = Take another key.
error-config-key-taken = { $file }:{ $line }: { $key } means “{ $rival }” already ({ $place }); “{ $action }” keeps its keys.
    .hint = Give one of the two another key.
error-config-key-needed = { $file }:{ $line }: “{ $action }” would have no key left ({ $place }); the default holds.
    .hint = Name a key for it that nothing else uses there.

### == report ==

report-head = { $study } · as of { $date } · { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
report-no-date = no date
report-known = What is known
report-nothing-known = nothing heard yet
report-only-unthemed = { $lines ->
    [one] 1 line, under no theme yet
   *[other] { $lines } lines, under no theme yet
}
report-unknown = What is not known
report-no-gaps = No gap was found by the rules of this brief.
report-gap-untouched = { $subject }: never touched with { $people }
report-gap-nobody-asked = { $subject }: nobody was asked “{ $question }”
report-gap-owed = { $lines ->
    [one] 1 follow-up is
   *[other] { $lines } follow-ups are
} still owed: { $people }
report-gap-unsorted = { $lines ->
    [one] 1 line is
   *[other] { $lines } lines are
} not sorted yet: { $people }
report-gap-no-quote = No consent to be quoted: { $people }
report-from = From whom and when
report-few = One or two people said
report-interval = If those who were asked were a random sample, which they are not: { $low } to { $high } % (Wilson, 95 %).
report-counts = { $unprompted ->
    [0] { $raised } of { $asked } asked
   *[other] { $raised } of { $asked } asked, plus { $unprompted } unprompted
}
report-counts-unasked = { $unprompted } unprompted, nobody was asked
report-contradicted = { $count ->
    [one] 1 contradicts
   *[other] { $count } contradict
}
report-open = { $count } open
report-not-asked = { $count } not asked
report-shown = { $shown } of { $all } lines shown. { $codes }
report-withheld = (wording withheld: no consent to be quoted)
report-paraphrase = (paraphrase) { $text }
report-unthemed = Lines under no theme yet
report-unthemed-line = { $dimension }: { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} from { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $shown } shown
report-method = How this was made
report-method-data = { $interviews ->
    [one] 1 interview
   *[other] { $interviews } interviews
} since { $first }. Drawn by rules from the logged lines; no sentence was generated.
report-method-counts = Counts are people, never mentions. “x of y asked” are those to whom a question about the theme was put; “unprompted” raised it unasked; “not asked” means that the dimension was never touched; “open” means that nothing shows whether it came up.
report-method-states = ● strong: { $strong } people or more. ◐ thin: one or two. ○ assumption: nobody. ! contradicted: at least one person against for every three in favour.
report-method-left-out = Left out: { $withdrawn } withdrawn, { $withheld } quotations withheld.
report-left-out = { $people ->
    [one] 1 person has not agreed to take part
   *[other] { $people } people have not agreed to take part
}: { $lines ->
    [one] 1 line is
   *[other] { $lines } lines are
} left out.
report-method-new-themes = New themes per interview, in the order of their dates: { $curve }
report-facts = { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}
report-uncontested = nobody contradicts
report-from-caption = The people on whom this brief rests
report-col-code = Code
report-col-role = Role
report-col-outcome = Outcome
report-col-date = Interviewed
report-col-lines = Lines
report-dots-part = { $count } { $meaning }
report-dot-raised = raised it when asked
report-dot-unprompted = raised it unasked
report-dot-both = raised and contradicted it
report-dot-contradicted = contradicts
report-dot-silent = asked, did not say it
report-dot-open = open
report-dot-not_asked = not asked
report-curve = New themes per interview
report-curve-caption = Themes by interview, in the order of their dates
report-curve-new = New themes
report-curve-all = Themes so far
report-curve-label = { $interviews ->
    [one] After 1 interview
   *[other] After { $interviews } interviews
}, { $themes ->
    [one] 1 theme was heard
   *[other] { $themes } themes were heard
}; the last one added { $last }.
report-evidence = The lines
report-evidence-about = Every line on which this brief rests. Only a person’s own words stand in quotation marks; .r2 is a line after one correction.
report-evidence-line = Line
report-evidence-words = What was said, by whom
report-evidence-back = Back to its claim
report-method-dots = Each person is one dot: ● raised, ⊗ raised and contradicted, × contradicts, · asked and silent, ? open, _ not asked.
report-edition = Version { $number }, published { $date } by { $by }
report-hash = Digest of the lines that this version used: { $hash }
report-written = Headline by { $by }: an interpretation, no quotation.
report-above = Part of: { $theme }
report-only-won = Said only by people who bought.
report-only-not_won = Said only by people who did not buy.
report-recall = { $people ->
    [one] Told { $median } days after the decision.
   *[other] Told { $median } days after the decision (median of { $people }), at the latest { $longest }.
}
report-recall-old = { $people ->
    [one] Told { $median } days after the decision; the memory is old.
   *[other] Told { $median } days after the decision (median of { $people }), at the latest { $longest }; { $old } of the memories are old.
}
report-returned = Was left out before ({ $by }: { $reason }) with { $then ->
    [one] 1 person
   *[other] { $then } people
}; now { $now } raise it.
report-apart = What sets this persona apart
report-col-here = This persona
report-apart-scored = People who raised it, of those with whom its dimension was touched, beside all other people of the study. Told from 1.96 standard errors on; with fewer than eight people on a side only what two or more raised there and nobody on the other.
report-apart-counted = People who raised it, of those with whom its dimension was touched, beside all other people of the study. These are too few for a score: told is what two or more raised on one side and nobody on the other.
report-apart-of = { $count } of { $people }
report-apart-word = Word
report-col-elsewhere = Elsewhere
report-expectations = Expected, and beyond expectation
report-expectations-caption = What people took for granted or did not expect, and what became of it; counts are people
report-worst = The worst first
report-worst-caption = Pains of the journey by severity times people; what nobody told is not among them
report-col-stage = Stage
report-col-pain = What hurts
report-col-weight = Weight
report-triggers = What sets a purchase in motion
report-trigger-people = { $people ->
    [one] 1 person raised it.
   *[other] { $people } people raised it.
}
report-trigger-cause = Cause
report-trigger-effect = Effect
report-trigger-trackable = Can be seen to happen
report-trigger-action = What we do
report-trigger-rejected = Thought of and rejected
report-trigger-message = What we say
report-trackable-yes = yes
report-trackable-no = no
report-cases = The buying committee
report-cases-caption = One purchase, its people side by side
report-col-theme = Theme
report-col-expectation = Expectation
report-col-people = People
report-col-met = Met
report-col-unmet = Unmet
report-col-exceeded = Exceeded
report-col-evidence = Lines
report-col-verdict = Together
report-col-dimension = Dimension
report-col-themes = Themes
report-col-once = Heard once
report-col-stop = Stop rule
stand-raised = said
stand-contradicted = against
stand-divided = said both
stand-silent = asked, not said
stand-open = open
stand-not_asked = not asked
report-stop-rule = Stop rule of Guest, Namey and Chen (2020): base { $base }, run { $run }, threshold { $threshold } % of the themes of the base. That it is met says only that; further interviews may still bring new themes.
report-stop-all = All dimensions
report-stop-met = met after { $after ->
    [one] 1 interview
   *[other] { $after } interviews
}; { $since ->
    [0] nothing new since
    [one] 1 new theme since
   *[other] { $since } new themes since
}
report-stop-not-met = not met; the last { $run } interviews brought { $last ->
    [one] 1 new theme
   *[other] { $last } new themes
}
report-stop-too-few = too few interviews for the rule
report-stop-caption = What the stop rule says of each dimension
report-curve-band = Bars are new themes, the line all themes so far; the grey band is where the line lies in 200 other orders of the same interviews (5th to 95th percentile).
report-dropped = What was left out, and why
report-dropped-people = { $people ->
    [0] nobody raises it
    [one] 1 person raises it
   *[other] { $people } people raise it
}
report-allowed = Let through after a look for leaks: { $finding } — { $reason } ({ $by })
report-journey-title = The journey of { $persona }
report-buyer-type = Buyer type
report-disclaimer = Buyers do not move like this form: it shows what was heard, in an order that helps to answer it.
## Attributes that many studies use; others are printed as they are.
attribute-customer = customer
attribute-rank = rank
attribute-region = region
attribute-volume = volume

report-blank = □ to be written, must answer: { $answers }
report-entry = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $state }
report-stage-empty = Nothing was heard about this stage.
report-moves = How buyers really moved
report-no-moves = No path was told with two stages.
report-move = { $from } → { $to }: { $people ->
    [one] 1 person
   *[other] { $people } people
}
report-move-back = ↩ { $from } → { $to }: { $people ->
    [one] 1 person
   *[other] { $people } people
} went back

## The chart: a journey as every form says it.
chart-leads-to = Leads to { $name }, not to us
chart-group = For { $name }
chart-proposed = Nobody keeps this map yet: it is what the rules propose from the lines.
chart-counts = { $interviews ->
    [one] 1 interview
   *[other] { $interviews } interviews
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} · newest { $newest }
chart-assumed = assumption
chart-debt = assumption debt { $weak }/{ $filled }
chart-goal = Goal
chart-works-if = Works if
chart-works-yes = it does
chart-works-no = it does not
chart-works-unknown = nobody knows yet
chart-approach = Approach
chart-legend-strong = { $strong } people or more
chart-legend-thin = fewer
chart-legend-assumption = assumption
chart-legend-contradicted = somebody contradicts
chart-legend-stale = stale
chart-legend-blank = to be written
chart-legend-moment = moment of truth
chart-hidden = { $count ->
    [one] 1 row is hidden: { $names }.
   *[other] { $count } rows are hidden: { $names }.
}
chart-steps = Sub-steps: { $list }
chart-owner = Owner: { $name }
chart-helpers = Helps: { $name }
chart-worked = What worked
chart-fell = Where buyers fell away
chart-lasts = How long it takes
chart-lead = What becomes of a lead
chart-unknown = unknown
chart-feeling = feeling { $value }
chart-when = when: { $text }
chart-decides = decides: { $text }
chart-by-whom = by: { $text }
chart-to = to { $text }
chart-moved-by = moved by: { $text }
chart-severity = severity { $value } of 3
chart-closed = removed on { $value }
chart-cost = costs { $value }
chart-kpi-share = { $value } of { $target } { $unit } ({ $share } %)
chart-kpi-both = { $value } of { $target } { $unit }
chart-kpi-value = { $value } { $unit }
chart-kpi-target = target { $target } { $unit }
chart-kpi-before = { $value } on { $date }
chart-experience = experience: { $text }
chart-answers = answers: { $text }
chart-must-answer = must answer: { $answers }
chart-cell-empty = nothing stands here yet
chart-felt-nothing = nothing felt
chart-mood = How the buyer feels
chart-mood-label = Feeling from −2 to +2, stage by stage: { $list }
chart-moves-label = Moves between the stages: { $list }
chart-grid-caption = Stages as columns, what happens in each of them as rows
chart-col-lane = Row
chart-empty = empty
chart-stages = Stage by stage
chart-open = What is still to be written
chart-no-open = No required cell is empty, and no blank is left.
chart-col-stage = Stage
chart-witnesses = What this map rests on
chart-witnesses-about = Every line and path event that an entry of this map cites, by person. `whybuy show CODE` opens one.
chart-col-cites = Lines and path events
chart-method-data = { $people ->
    [one] 1 person
   *[other] { $people } people
} of this persona count; the newest interview is of { $date }. Counts are people, never mentions.
chart-method-seeded = An entry that is seeded comes from lines by a fixed table of rules, and somebody accepted it. Messages and KPIs are never invented: what must be written is left blank and names what it must answer.
chart-method-states = ● { $strong } people or more. ◐ fewer. ○ nobody: it is assumed. ! at least one person contradicts. ~ what it was drawn from has changed. Assumption debt counts the filled cells that are ○, ! or ~.
chart-method-feeling = The curve shows the middle of the feelings that stand at each stage, the lower of two; where the line is broken, none was told.
chart-outline = { $title }, as an outline
chart-outline-interactions = Interactions
chart-outline-why = Why a solution is needed
chart-outline-pains = What hurts
chart-outline-nothing = Nothing was heard of this.
### == paths ==

## In what a message is carried.

## What kind of observation, entry and resource.
paths-part = { $part } of { $whole }
paths-people-moves = { $people }, { $count ->
    [one] 1 time
   *[other] { $count } times
}
paths-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
paths-began = { $count } began here
paths-won = { $count } won
paths-left = { $count } left
paths-open = { $count } with an unknown outcome
paths-returned = { $count } came back
paths-skipped = { $count } went past it
paths-met-us = { $count } met us
paths-without = { $count } without a path
paths-median = median { $median ->
        [one] 1 day
       *[other] { $median } days
    }, { $min } to { $max } (n = { $n })
paths-raw = in days: { $days } (n = { $n })
paths-censored = { $count } with no known end
paths-unclear = { $count } without clear dates
paths-slowest = slowest stage (n = { $n })
paths-moves-back = Moves back
paths-moves-over = Moves over a stage
paths-from-to = row to column
paths-column-began = began
paths-column-won = won
paths-column-left = left
paths-column-open = open
paths-point-lost_interest = { $count } left, and nothing but decisions is told of it
paths-point-slowest = slowest stage (n = { $count })
paths-point-loops = { $count } went back from here
paths-form = Buyers do not move like this form. Everybody counts once in each stage they reached, so a later stage may have more people.
paths-matrix-legend = People; “2/3” is 2 people who moved 3 times. An arrow to the left is a move back, one to the right skips a stage.
paths-times-legend = Days from reaching a stage to reaching the next, all visits of a person together. Dates told as ranges count from middle to middle. An arrow: lasted at least so long; such people are in no median.
paths-flow-legend = Boxes hold the people who reached a stage, arrows those who moved on. “!” marks a point of action. Buyers do not move like this form.
paths-came = came
paths-did-not = did not
paths-touchpoints = counted as
paths-conversions = From one stage to the next
paths-times = Time in a stage
paths-lost = Where people left
paths-lost-here = { $count } left; nothing but decisions told of { $silent }; { $met } met us
paths-alternatives = What else was considered
paths-answered = What the guide asked about it
paths-answers = { $count } answered
paths-route-legend = An arrow to the left is a way back.
paths-empty = What buyers did will be counted here, once an event of their path has a stage: F6 in the live capture begins one.
passage-next = what came next

## The starter questions; a passage is looked for among the touchpoints of the study.
starter-yes = When you said yes at once, what made you?
    .probe = What did our representative do then?
    .passage = consideration,decision
starter-outreach = You answered our first contact and took a call: what problem was that about?
    .probe = What happens if it stays as it is?
    .passage = outreach|e-mail|letter,call|meeting
starter-demo = What in the demo made you go on?
    .probe = What did you do the day after?
    .passage = demo|trial,next
starter-objection = What held the decision up?
    .probe = Who said so, and what settled it?
    .passage = decision,purchase
