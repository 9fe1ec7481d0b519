-- Step 5: journeys that people keep. A journey's stages and lanes are JSON, because they are read and written as one; what
-- an entry was drawn from and which lines a person laid under it are a choice and no reference. A parent is no reference
-- either, so that journeys can be read back in any order.

CREATE TABLE journey (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    persona BLOB NOT NULL REFERENCES persona (id) ON DELETE RESTRICT,
    competitor TEXT NOT NULL
        CHECK (octet_length(competitor) <= 400)
        CHECK (competitor NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    "group" TEXT NOT NULL
        CHECK (octet_length("group") <= 400)
        CHECK ("group" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    parent BLOB CHECK (length(parent) = 16 AND parent <> id),
    goal TEXT NOT NULL
        CHECK (octet_length(goal) <= 65536)
        CHECK (goal NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    works_if TEXT NOT NULL
        CHECK (octet_length(works_if) <= 65536)
        CHECK (works_if NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    works INTEGER CHECK (works IN (0, 1)),
    review_days INTEGER CHECK (review_days BETWEEN 1 AND 3650),
    reviewed TEXT CHECK (reviewed GLOB '????-??-??T??:??:??.???[-+]??:??'),
    stages TEXT NOT NULL CHECK (json_type(stages) = 'array' AND json_array_length(stages) >= 1),
    lanes TEXT NOT NULL CHECK (json_type(lanes) = 'array'),
    skipped TEXT NOT NULL CHECK (json_type(skipped) = 'object'),
    made TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??.???[-+]??:??'),
    "by" TEXT NOT NULL
        CHECK (trim("by", ' ' || char(160, 12288)) <> '' AND octet_length("by") <= 400)
        CHECK ("by" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    UNIQUE (persona, competitor, "group")
) STRICT;
CREATE INDEX journey_study ON journey (study);

CREATE TABLE entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    journey BLOB NOT NULL REFERENCES journey (id) ON DELETE RESTRICT,
    stage TEXT NOT NULL CHECK (stage <> '' AND length(stage) <= 40 AND stage NOT GLOB '*[^a-z0-9_]*'),
    lane TEXT NOT NULL CHECK (lane <> '' AND length(lane) <= 40 AND lane NOT GLOB '*[^a-z0-9_]*'),
    text TEXT NOT NULL
        CHECK (octet_length(text) <= 65536)
        CHECK (text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*')
        CHECK (seed IS NOT NULL OR trim(text, ' ' || char(160, 12288)) <> ''),
    facts TEXT NOT NULL CHECK (json_type(facts) = 'object'),
    seed TEXT CHECK (json_type(seed) = 'object'),
    evidence TEXT NOT NULL CHECK (json_type(evidence) = 'array'),
    "by" TEXT NOT NULL
        CHECK (trim("by", ' ' || char(160, 12288)) <> '' AND octet_length("by") <= 400)
        CHECK ("by" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???[-+]??:??'),
    refused TEXT CHECK (json_type(refused) = 'object')
) STRICT;
CREATE INDEX entry_study ON entry (study);
CREATE INDEX entry_journey ON entry (journey);

CREATE TABLE comment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    entry BLOB NOT NULL REFERENCES entry (id) ON DELETE RESTRICT,
    text TEXT NOT NULL
        CHECK (trim(text, ' ' || char(160, 12288)) <> '' AND octet_length(text) <= 65536)
        CHECK (text NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    "by" TEXT NOT NULL
        CHECK (trim("by", ' ' || char(160, 12288)) <> '' AND octet_length("by") <= 400)
        CHECK ("by" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???[-+]??:??'),
    resolved TEXT CHECK (resolved GLOB '????-??-??T??:??:??.???[-+]??:??')
) STRICT;
CREATE INDEX comment_study ON comment (study);
CREATE INDEX comment_entry ON comment (entry);

CREATE TABLE walk (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    journey BLOB NOT NULL REFERENCES journey (id) ON DELETE RESTRICT,
    walker TEXT NOT NULL
        CHECK (trim(walker, ' ' || char(160, 12288)) <> '' AND octet_length(walker) <= 400)
        CHECK (walker NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
    results TEXT NOT NULL CHECK (json_type(results) = 'array')
) STRICT;
CREATE INDEX walk_study ON walk (study);
CREATE INDEX walk_journey ON walk (journey);

CREATE TABLE journey_edition (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    journey BLOB NOT NULL REFERENCES journey (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
    published TEXT NOT NULL CHECK (published GLOB '????-??-??T??:??:??.???[-+]??:??'),
    "by" TEXT NOT NULL
        CHECK (trim("by", ' ' || char(160, 12288)) <> '' AND octet_length("by") <= 400)
        CHECK ("by" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    reason TEXT NOT NULL
        CHECK (octet_length(reason) <= 65536)
        CHECK (reason NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    document TEXT NOT NULL CHECK (json_type(document) = 'object'),
    UNIQUE (journey, number)
) STRICT;
CREATE INDEX journey_edition_study ON journey_edition (study);
