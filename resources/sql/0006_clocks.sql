-- What the due dates of an open case are reckoned from, beside the calendar (domain: ClockInputs):
-- a change of the calendar moves the dates of many thousand cases without folding a journal. One
-- row for each open case whose journal is here. Days as yyyymmdd; NULL = not reached or none.
CREATE TABLE case_clock (
    key INTEGER PRIMARY KEY,
    registered_day INTEGER,
    corrected_day INTEGER,
    accepted_day INTEGER,
    ready_day INTEGER,
    step_day INTEGER,
    step_days INTEGER NOT NULL,
    promised_days INTEGER NOT NULL,
    promised_unit INTEGER NOT NULL,      -- 0 working days, 1 calendar days
    promised_roll INTEGER NOT NULL,      -- 0 to the next working day, 1 as it falls
    legal_days INTEGER,
    legal_unit INTEGER,
    legal_roll INTEGER
);

-- What an older program wrote is projected again once, at the first start.
INSERT OR REPLACE INTO setting (key, value)
    SELECT 'store.rebuild', '1' WHERE EXISTS (SELECT 1 FROM case_row WHERE is_folded = 1);
