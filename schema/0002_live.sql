-- Step 2: what a live interview needs besides its lines: its interruptions, who of a group spoke, which line answers
-- a probe, what was expected, and when the debrief was finished.
--
-- note.answers names the line whose probe a line answers. It is a hint and no reference: that line may be removed and
-- the answer stays.

ALTER TABLE interview ADD COLUMN sorted TEXT CHECK (sorted GLOB '????-??-??T??:??:??.???[-+]??:??');

ALTER TABLE note ADD COLUMN initials TEXT NOT NULL DEFAULT ''
    CHECK (length(initials) <= 4 AND initials NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*');
ALTER TABLE note ADD COLUMN answers BLOB CHECK (length(answers) = 16);
ALTER TABLE note ADD COLUMN expectation TEXT CHECK (expectation IN ('predictable', 'beyond'));
ALTER TABLE note ADD COLUMN met TEXT CHECK (met IS NULL OR (met IN ('met', 'unmet', 'exceeded') AND expectation IS NOT NULL));

-- A time in which an interview went on and nothing could be captured.
CREATE TABLE gap (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    interview BLOB NOT NULL REFERENCES interview (id) ON DELETE RESTRICT,
    "from" TEXT NOT NULL CHECK ("from" GLOB '????-??-??T??:??:??.???[-+]??:??'),
    until TEXT NOT NULL CHECK (until GLOB '????-??-??T??:??:??.???[-+]??:??'),
    cause TEXT NOT NULL CHECK (cause IN ('stopped', 'asleep'))
) STRICT;
CREATE INDEX gap_study ON gap (study);
CREATE INDEX gap_interview ON gap (interview);
