-- Step 1: the records of a study, the log of what changed, and drafts.
--
-- One table per kind of record; a column has the name of the field that it holds. Ids are UUIDs as 16 bytes. Moments
-- are RFC 3339 text with milliseconds and their offset from UTC, dates are YYYY-MM-DD, offsets into an interview are
-- seconds. Lists and maps are JSON text. An empty text means "nothing said"; NULL means "not known".
-- The checks repeat src/domain/rules.rs and the named lists of the glossary, so that no other program can write what
-- whybuy refuses; only NFC and format characters cannot be said in SQL.
-- Numbers of notes and path events are unique for a participant, which spans interviews: the store sees to that
-- inside the writing transaction, because a number that another process took is given out anew and not refused.

PRAGMA application_id = 2003335522; -- 'whyb'

CREATE TABLE study (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE
        CHECK (trim(name, ' ' || char(160, 12288)) <> '' AND octet_length(name) <= 400)
        CHECK (name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    goal TEXT NOT NULL,
    works_if TEXT NOT NULL,
    created TEXT NOT NULL CHECK (created GLOB '????-??-??T??:??:??.???[-+]??:??')
) STRICT;

CREATE TABLE theme (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    dimension TEXT NOT NULL CHECK (dimension IN ('trigger', 'criteria', 'benefit', 'concern', 'post_purchase')),
    name TEXT NOT NULL
        CHECK (trim(name, ' ' || char(160, 12288)) <> '' AND octet_length(name) <= 400)
        CHECK (name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    memo TEXT NOT NULL,
    created TEXT NOT NULL CHECK (created GLOB '????-??-??T??:??:??.???[-+]??:??'),
    UNIQUE (study, dimension, name)
) STRICT;

CREATE TABLE question (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 4294967295),
    subject TEXT NOT NULL CHECK (subject IN ('trigger', 'criteria', 'benefit', 'concern', 'post_purchase', 'path')),
    text TEXT NOT NULL
        CHECK (trim(text, ' ' || char(160, 12288)) <> '' AND octet_length(text) <= 65536)
        CHECK (text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    probes TEXT NOT NULL CHECK (json_valid(probes) AND json_type(probes) = 'array'),
    theme BLOB REFERENCES theme (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX question_study ON question (study);
CREATE INDEX question_theme ON question (theme);

CREATE TABLE persona (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    name TEXT NOT NULL
        CHECK (trim(name, ' ' || char(160, 12288)) <> '' AND octet_length(name) <= 400)
        CHECK (name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    about TEXT NOT NULL,
    approach TEXT NOT NULL,
    attributes TEXT NOT NULL CHECK (json_valid(attributes) AND json_type(attributes) = 'object'),
    UNIQUE (study, name)
) STRICT;

CREATE TABLE deal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    name TEXT NOT NULL
        CHECK (trim(name, ' ' || char(160, 12288)) <> '' AND octet_length(name) <= 400)
        CHECK (name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    outcome TEXT CHECK (outcome IN ('won', 'lost', 'no_decision', 'decided_not_bought')),
    competitor TEXT NOT NULL,
    UNIQUE (study, name)
) STRICT;

-- The fields of consent stand in columns of their own, named consent_<field>.
CREATE TABLE participant (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    code TEXT NOT NULL
        CHECK (length(code) BETWEEN 1 AND 8 AND code GLOB '[A-Za-z]*' AND code NOT GLOB '*[^A-Za-z0-9-]*'),
    persona BLOB REFERENCES persona (id) ON DELETE RESTRICT,
    deal BLOB REFERENCES deal (id) ON DELETE RESTRICT,
    role TEXT NOT NULL,
    recruited TEXT CHECK (recruited IN ('loyal', 'ideal', 'lost', 'other')),
    outcome TEXT CHECK (outcome IN ('won', 'lost', 'no_decision', 'decided_not_bought')),
    attributes TEXT NOT NULL CHECK (json_valid(attributes) AND json_type(attributes) = 'object'),
    consent_participate INTEGER NOT NULL CHECK (consent_participate IN (0, 1)),
    consent_record INTEGER NOT NULL CHECK (consent_record IN (0, 1)),
    consent_quote INTEGER NOT NULL CHECK (consent_quote IN (0, 1)),
    consent_verbal INTEGER NOT NULL CHECK (consent_verbal IN (0, 1)),
    consent_given TEXT CHECK (consent_given GLOB '????-??-??T??:??:??.???[-+]??:??'),
    consent_keep_until TEXT CHECK (consent_keep_until GLOB '????-??-??'),
    consent_withdrawn TEXT CHECK (consent_withdrawn GLOB '????-??-??T??:??:??.???[-+]??:??'),
    UNIQUE (study, code)
) STRICT;
CREATE INDEX participant_persona ON participant (persona);
CREATE INDEX participant_deal ON participant (deal);

CREATE TABLE interview (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    participant BLOB NOT NULL REFERENCES participant (id) ON DELETE RESTRICT,
    label TEXT NOT NULL
        CHECK (trim(label, ' ' || char(160, 12288)) <> '' AND octet_length(label) <= 400)
        CHECK (label NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
    source TEXT NOT NULL
        CHECK (source IN ('interview', 'survey', 'chat', 'call', 'review', 'observation', 'workshop')),
    status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'done')),
    planned TEXT CHECK (planned GLOB '????-??-??T??:??:??.???[-+]??:??'),
    started TEXT CHECK (started GLOB '????-??-??T??:??:??.???[-+]??:??'),
    recorder TEXT CHECK (recorder GLOB '????-??-??T??:??:??.???[-+]??:??'),
    ended TEXT CHECK (ended GLOB '????-??-??T??:??:??.???[-+]??:??')
) STRICT;
CREATE INDEX interview_study ON interview (study);
CREATE INDEX interview_participant ON interview (participant);

CREATE TABLE note (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    interview BLOB NOT NULL REFERENCES interview (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
    at INTEGER CHECK (at BETWEEN 0 AND 359999),
    logged TEXT NOT NULL CHECK (logged GLOB '????-??-??T??:??:??.???[-+]??:??'),
    speaker TEXT NOT NULL CHECK (speaker IN ('participant', 'interviewer')),
    dimension TEXT NOT NULL
        CHECK (dimension IN ('trigger', 'criteria', 'benefit', 'concern', 'post_purchase', 'unsorted')),
    voice TEXT NOT NULL CHECK (voice IN ('verbatim', 'paraphrase', 'observation', 'owed')),
    text TEXT NOT NULL
        CHECK (trim(text, ' ' || char(160, 12288)) <> '' AND octet_length(text) <= 65536)
        CHECK (text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    feeling INTEGER CHECK (feeling BETWEEN -2 AND 2),
    star INTEGER NOT NULL CHECK (star IN (0, 1)),
    stage TEXT CHECK (length(stage) BETWEEN 1 AND 40 AND stage NOT GLOB '*[^a-z0-9_]*'),
    earlier TEXT NOT NULL CHECK (json_valid(earlier) AND json_type(earlier) = 'array'),
    revision INTEGER NOT NULL
        GENERATED ALWAYS AS (CASE WHEN json_valid(earlier) THEN json_array_length(earlier) + 1 END) VIRTUAL
) STRICT;
CREATE INDEX note_study ON note (study);
CREATE INDEX note_interview ON note (interview, number);

CREATE TABLE path_event (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    interview BLOB NOT NULL REFERENCES interview (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 4294967295),
    stage TEXT CHECK (length(stage) BETWEEN 1 AND 40 AND stage NOT GLOB '*[^a-z0-9_]*'),
    act TEXT NOT NULL CHECK (act IN ('decision', 'interaction', 'action')),
    text TEXT NOT NULL
        CHECK (trim(text, ' ' || char(160, 12288)) <> '' AND octet_length(text) <= 65536)
        CHECK (text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    "when" TEXT NOT NULL,
    "from" TEXT CHECK ("from" GLOB '????-??-??'),
    until TEXT CHECK (until GLOB '????-??-??'),
    touchpoint TEXT NOT NULL,
    who TEXT NOT NULL,
    at INTEGER CHECK (at BETWEEN 0 AND 359999),
    logged TEXT NOT NULL CHECK (logged GLOB '????-??-??T??:??:??.???[-+]??:??')
) STRICT;
CREATE INDEX path_event_study ON path_event (study);
CREATE INDEX path_event_interview ON path_event (interview, number);

CREATE TABLE asked (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    interview BLOB NOT NULL REFERENCES interview (id) ON DELETE RESTRICT,
    question BLOB NOT NULL REFERENCES question (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('asked', 'covered', 'skipped')),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???[-+]??:??'),
    UNIQUE (interview, question)
) STRICT;
CREATE INDEX asked_study ON asked (study);
CREATE INDEX asked_question ON asked (question);

CREATE TABLE mark (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    note BLOB NOT NULL REFERENCES note (id) ON DELETE RESTRICT,
    theme BLOB NOT NULL REFERENCES theme (id) ON DELETE RESTRICT,
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts')),
    UNIQUE (note, theme)
) STRICT;
CREATE INDEX mark_study ON mark (study);
CREATE INDEX mark_theme ON mark (theme);

-- What people did. The log outlives what it speaks of, so nothing here refers to a record's table.
-- A step that takes another back names it in undoes; one that does it again names it in redoes. The token was made by
-- the client: a retry after an unclear failure meets its own token here and is not written twice.
CREATE TABLE step (
    step INTEGER PRIMARY KEY,
    token BLOB UNIQUE CHECK (length(token) = 16),
    study BLOB NOT NULL CHECK (length(study) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    about TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???[-+]??:??'),
    author TEXT NOT NULL,
    undoes INTEGER REFERENCES step (step) ON DELETE RESTRICT,
    redoes INTEGER REFERENCES step (step) ON DELETE RESTRICT,
    CHECK (undoes IS NULL OR redoes IS NULL)
) STRICT;
CREATE INDEX step_study ON step (study, step);
CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX step_redoes ON step (redoes) WHERE redoes IS NOT NULL;

-- One row per edit, with the whole record before and after it; NULL where there was or is none.
CREATE TABLE change (
    seq INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES step (step) ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    key BLOB NOT NULL CHECK (length(key) = 16),
    before TEXT CHECK (json_valid(before)),
    after TEXT CHECK (json_valid(after))
) STRICT;
CREATE INDEX change_step ON change (step);
CREATE INDEX change_key ON change (key);

-- The log is append-only. Only an erasure may overwrite the texts in it: it puts a row into erase_switch at the
-- beginning of its transaction and takes it out at the end, so that nobody else ever sees the switch open. Rows
-- are never deleted, because followers rely on positions that only grow.
CREATE TABLE erase_switch (
    open INTEGER PRIMARY KEY CHECK (open = 1)
) STRICT;

CREATE TRIGGER change_is_never_updated BEFORE UPDATE ON change
WHEN NOT EXISTS (SELECT 1 FROM erase_switch)
BEGIN
    SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER step_is_never_updated BEFORE UPDATE ON step
WHEN NOT EXISTS (SELECT 1 FROM erase_switch)
BEGIN
    SELECT RAISE(ABORT, 'the change log is append-only');
END;

CREATE TRIGGER step_is_never_deleted BEFORE DELETE ON step
BEGIN
    SELECT RAISE(ABORT, 'the change log is append-only');
END;

-- Unfinished texts, outside the history. A slot is a field of the screen, such as capture:<interview id>.
CREATE TABLE draft (
    study BLOB NOT NULL CHECK (length(study) = 16),
    slot TEXT NOT NULL CHECK (slot <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    context TEXT NOT NULL,
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???[-+]??:??'),
    PRIMARY KEY (study, slot)
) STRICT, WITHOUT ROWID;
