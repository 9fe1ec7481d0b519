-- Step 8: how urgent a persona is, as whole ranks by calendar year: {"2026":1}. Years and ranks are checked as text,
-- because a CHECK cannot look into each member.

ALTER TABLE persona ADD COLUMN priority TEXT NOT NULL DEFAULT '{}'
    CHECK (json_valid(priority) AND json_type(priority) = 'object')
    CHECK (priority NOT GLOB '*[^0-9{}:,"]*');
