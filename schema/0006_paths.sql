-- Step 6: paths that can be measured. Whether one of our representatives was at an interaction, and what else a buyer
-- considered. The line of an alternative is a pointer and no reference: a line that is gone is passed over.

ALTER TABLE path_event ADD COLUMN rep INTEGER NOT NULL DEFAULT 0 CHECK (rep = 0 OR (rep = 1 AND act = 'interaction'));

CREATE TABLE alternative (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    interview BLOB NOT NULL REFERENCES interview (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('vendor', 'repair', 'do_nothing', 'in_house', 'other')),
    name TEXT NOT NULL
        CHECK (octet_length(name) <= 400 AND (name <> '' OR kind NOT IN ('vendor', 'other')))
        CHECK (name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    kept INTEGER CHECK (kept IN (0, 1)),
    why TEXT NOT NULL
        CHECK (octet_length(why) <= 65536)
        CHECK (why NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    note BLOB CHECK (length(note) = 16)
) STRICT;
CREATE INDEX alternative_study ON alternative (study);
CREATE INDEX alternative_interview ON alternative (interview);
