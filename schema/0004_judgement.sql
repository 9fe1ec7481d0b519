-- Step 4: what people decide about a brief, and briefs that were published. Settings, headlines and reasons are JSON; the
-- chosen lines of a judgement are a choice and no reference. A theme's parent is no reference either, so that themes can
-- be read back in any order.

ALTER TABLE study ADD COLUMN settings TEXT NOT NULL DEFAULT '{}' CHECK (json_type(settings) = 'object');
ALTER TABLE theme ADD COLUMN parent BLOB CHECK (length(parent) = 16 AND parent <> id);
ALTER TABLE theme ADD COLUMN dropped TEXT CHECK (json_type(dropped) = 'object');
ALTER TABLE mark ADD COLUMN judged INTEGER NOT NULL DEFAULT 0 CHECK (judged IN (0, 1));

CREATE TABLE judgement (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    persona BLOB NOT NULL REFERENCES persona (id) ON DELETE RESTRICT,
    theme BLOB NOT NULL REFERENCES theme (id) ON DELETE RESTRICT,
    headline TEXT CHECK (json_type(headline) = 'object'),
    quotes TEXT NOT NULL CHECK (json_type(quotes) = 'array' AND json_array_length(quotes) <= 2),
    dropped TEXT CHECK (json_type(dropped) = 'object'),
    UNIQUE (persona, theme)
) STRICT;
CREATE INDEX judgement_study ON judgement (study);
CREATE INDEX judgement_theme ON judgement (theme);

CREATE TABLE trigger_card (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    theme BLOB NOT NULL UNIQUE REFERENCES theme (id) ON DELETE RESTRICT,
    event TEXT NOT NULL
        CHECK (octet_length(event) <= 65536)
        CHECK (event NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    cause TEXT NOT NULL
        CHECK (octet_length(cause) <= 65536)
        CHECK (cause NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    effect TEXT NOT NULL
        CHECK (octet_length(effect) <= 65536)
        CHECK (effect NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    trackable INTEGER CHECK (trackable IN (0, 1)),
    action TEXT NOT NULL
        CHECK (octet_length(action) <= 65536)
        CHECK (action NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    rejected TEXT NOT NULL
        CHECK (octet_length(rejected) <= 65536)
        CHECK (rejected NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    message TEXT NOT NULL
        CHECK (octet_length(message) <= 65536)
        CHECK (message NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*')
) STRICT;
CREATE INDEX trigger_card_study ON trigger_card (study);

CREATE TABLE edition (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    persona BLOB NOT NULL REFERENCES persona (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 4294967295),
    published TEXT NOT NULL CHECK (published GLOB '????-??-??T??:??:??.???[-+]??:??'),
    "by" TEXT NOT NULL
        CHECK (trim("by", ' ' || char(160, 12288)) <> '' AND octet_length("by") <= 400)
        CHECK ("by" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    hash TEXT NOT NULL CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    document TEXT NOT NULL CHECK (json_type(document) = 'object'),
    UNIQUE (persona, number)
) STRICT;
CREATE INDEX edition_study ON edition (study);

CREATE TABLE allowance (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    finding TEXT NOT NULL CHECK (finding <> '' AND finding NOT GLOB '*[^a-z_]*'),
    digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
    reason TEXT NOT NULL
        CHECK (trim(reason, ' ' || char(160, 12288)) <> '' AND octet_length(reason) <= 65536)
        CHECK (reason NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    "by" TEXT NOT NULL
        CHECK (trim("by", ' ' || char(160, 12288)) <> '' AND octet_length("by") <= 400)
        CHECK ("by" NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???[-+]??:??'),
    UNIQUE (study, finding, digest)
) STRICT;
