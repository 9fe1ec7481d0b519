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
step-import-study = Bring in the study { $about }



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
action-correct = correct
    .about = Correct an earlier line; the old wording stays as a revision
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
place-search = Search
place-themes = Themes
place-evidence = Evidence
place-personas = Personas
place-brief = A brief
place-journey = A journey
place-form = A form
place-picker = Theme picker
place-commands = Palette
place-help = Help
place-ask = A question
help-title = Keys: { $place }
keys-title = Keys
keys-note = Generated from the keymap. Letters act in lists also in Hangul mode: the Hangul letter on the same key is given beside them. In text fields every letter is text; the slash words stand at the start of an empty line.
keys-columns = | Key | Does | What it does |
commands-title = Everything here

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
minutes-ago = { $minutes }m

## Forms.
field-study = Study
field-code = Code
field-persona = Persona
field-role = Role
field-outcome = Outcome
field-name = Name
field-file = File
first-run = What is the first study called?
study-new = New study
person-new = New participant; a code, never a name
person-change = Change the participant

## Consent.
consent-title = { $code } agrees to
consent-participate = take part
consent-record = be recorded
consent-quote = be quoted
consent-verbal = given by word of mouth in the call
consent-none = no consent yet
consent-full = consent
consent-no-quotes = no quotes
consent-withdrawn = withdrawn
consent-waiting = consent pending

## Home.
home-unfinished = Unfinished
home-today = Today
home-next = Next
home-to-do = To do
home-missing = Missing
home-last-saved = last saved { $time }
home-unsorted = { $count ->
    [one] { $code }  1 unsorted line
   *[other] { $code }  { $count } unsorted lines
}
home-owed = { $count ->
    [one] { $code }  1 answer still owed
   *[other] { $code }  { $count } answers still owed
}
home-more = and { $count } more
home-empty = No interviews yet. Press n to begin the first one.
home-no-study = No study is open. Press s to choose or make one.

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
offer-theme = Tab: #{ $name }
offer-below = { $count ->
    [one] 1 newer below
   *[other] { $count } newer below
}
offer-unsorted = { $count ->
    [one] 1 unsorted line
   *[other] { $count } unsorted lines
}
correction-open = The wording was changed: Enter keeps it, Esc leaves the line as it was.
recovered = The unfinished line of { $time } is back.
slash-unknown = { $word } is no command. A space before it makes it text.
theme-needs-dimension = A theme needs a dimension: file the line first.
end-title = End the interview?
end-yes = end it
end-owed = { $count ->
    [one] 1 answer is still owed; there is still time to ask:
   *[other] { $count } answers are still owed; there is still time to ask:
}
end-empty = Not touched yet: { $subjects }

## Search.
search-hint = Type a few words. Filters: concern:, persona:, role:, outcome:, voice:, theme:, date:2024.., "exact phrase", -without
search-nothing = No line says this. Try fewer words, or leave a filter out.
search-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
} · { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}  { $ms } ms
search-behind = { $count ->
    [one] 1 line ahead of the index
   *[other] { $count } lines ahead of the index
}
search-other-study = That line is in the study { $study }; leave the capture first.

## Themes and evidence.
picker-title = Theme
picker-new = new: { $name }
theme-new = New theme
theme-rename = Rename the theme
theme-drop = Drop the theme “{ $name }”?
theme-drop-yes = drop it
theme-not-empty = Lines or questions still stand under this theme; unmark them first.
evidence-empty = No line stands here.

## Briefs and journeys.
personas-brief = Brief of which persona?
personas-journey = Journey of which persona?
personas-empty = There is no persona yet. Give a participant one.
journey-debt = assumption debt { $weak }/{ $filled }
journey-blank = to be written, must answer: { $answers }
journey-back = Back
journey-on = On

## Steps of the screens. $about is a code or a name.
step-new-study = Study { $about } made
step-new-participant = { $about } added
step-change-participant = { $about } changed
step-note-consent = Consent of { $about } noted
step-new-interview = Interview with { $about } planned
step-start-interview = Interview with { $about } started
step-end-interview = Interview with { $about } ended
step-start-recorder = Recorder of { $about } started
step-log-line = { $about } logged
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

## Errors of the screens.
error-needs-terminal = The screens need a terminal that can show them.
    .why = Input or output is not a terminal, or TERM is “dumb”.
    .hint = Run whybuy in a terminal window, or use a command: whybuy --help lists them.
error-terminal = The terminal cannot be used.
    .why = Reading from it or writing to it failed.
    .hint = Everything that was shown as saved is saved. Start whybuy again in another terminal.
error-file-there = { $file } is already there.
    .why = A file is never written over.
    .hint = Choose another name.
error-file-not-written = { $file } could not be written.
    .why = The folder is missing or closed, or the disk is full.
    .hint = Choose another place.



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
report-from-table = | Code | Role | Outcome | Interviewed | Lines |
report-few = One or two people said
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
report-method-counts = Counts are people, never mentions. “x of y asked” are those to whom a question about the theme was put; “unprompted” raised it unasked; “not asked” means that the dimension was never touched; “open” means that nothing shows whether it came up. Each person is one dot: ● raised, × contradicts, · asked and silent, ? open, _ not asked.
report-method-states = ● strong: { $strong } people or more. ◐ thin: one or two. ○ assumption: nobody. ! contradicted: at least one person against for every three in favour.
report-method-left-out = Left out: { $withdrawn } withdrawn, { $withheld } quotations withheld.
report-method-new-themes = New themes per interview, in the order of their dates: { $curve }
report-journey-title = The journey of { $persona }
report-journey-head = { $study } · as of { $date } · { $people ->
    [one] 1 person
   *[other] { $people } people
} · assumption debt { $weak }/{ $filled }
report-buyer-type = Buyer type
report-disclaimer = Buyers do not move like this form: it shows what was heard, in an order that helps to answer it.
## Attributes that many studies use; others are printed as they are.
attribute-customer = customer
attribute-rank = rank
attribute-region = region
attribute-volume = volume

report-legend = ● three people or more · ◐ one or two · ○ assumption · ! somebody contradicts · ~ stale · (n) people · □ to be written
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
