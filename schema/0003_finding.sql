-- Step 3: what a team keeps about finding lines. Both lists are JSON: the words of a synonym, and the ids of the
-- participants that a saved search had found when somebody last looked. Those ids are a memory and no reference:
-- the participant may be removed and the search stays.

CREATE TABLE synonym (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    words TEXT NOT NULL CHECK (json_type(words) = 'array' AND json_array_length(words) BETWEEN 2 AND 16)
) STRICT;
CREATE INDEX synonym_study ON synonym (study);

CREATE TABLE saved_search (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    study BLOB NOT NULL REFERENCES study (id) ON DELETE RESTRICT,
    name TEXT NOT NULL
        CHECK (trim(name, ' ' || char(160, 12288)) <> '' AND octet_length(name) <= 400)
        CHECK (name NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    query TEXT NOT NULL
        CHECK (trim(query, ' ' || char(160, 12288)) <> '' AND octet_length(query) <= 65536)
        CHECK (query NOT GLOB '*[' || char(1) || '-' || char(31) || char(127) || '-' || char(159) || ']*'),
    seen TEXT NOT NULL CHECK (json_type(seen) = 'array'),
    UNIQUE (study, name)
) STRICT;

-- What was touched in which interview, without reading the lines; the few lines that were corrected; and the few marks
-- that speak against a theme.
CREATE INDEX note_evidence ON note (interview, dimension)
    WHERE speaker = 'participant' AND voice IN ('verbatim', 'paraphrase');
CREATE INDEX note_corrected ON note (id) WHERE earlier <> '[]';
CREATE INDEX mark_against ON mark (note) WHERE stance = 'contradicts';
