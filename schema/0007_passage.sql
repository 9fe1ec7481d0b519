-- Step 7: which passage of a buyer's path a question of the guide asks about, as two kinds of event with a comma between
-- them. Questions that were asked before ask about none.

ALTER TABLE question ADD COLUMN passage TEXT CHECK (passage LIKE '_%,_%' AND octet_length(passage) <= 400);
