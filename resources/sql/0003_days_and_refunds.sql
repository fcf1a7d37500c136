-- Sums of a day, stops of the clock, and payments that a later till gave back. All three can be
-- rebuilt; mile_day follows mile by itself.

-- Milestones of a day by everything that sums are made of, without item and person: a year is read
-- in some hundred milliseconds. Cold rows are in it as they are in mile.
CREATE TABLE mile_day (
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    dept TEXT NOT NULL,
    window TEXT NOT NULL,
    case_type INTEGER NOT NULL,
    finish TEXT NOT NULL,
    grade INTEGER NOT NULL,
    legal_days INTEGER NOT NULL,
    days_used INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (day, kind, dept, window, case_type, finish, grade, legal_days, days_used)
) WITHOUT ROWID;
INSERT INTO mile_day SELECT day, kind, dept, window, case_type, finish, grade, legal_days, days_used,
    count(*) FROM mile GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;

-- Not by an upsert: the conflict clause of the statement that fires a trigger would override it.
CREATE TRIGGER mile_is_added AFTER INSERT ON mile BEGIN
    INSERT INTO mile_day SELECT NEW.day, NEW.kind, NEW.dept, NEW.window, NEW.case_type, NEW.finish,
        NEW.grade, NEW.legal_days, NEW.days_used, 0
        WHERE NOT EXISTS (SELECT 1 FROM mile_day WHERE day = NEW.day AND kind = NEW.kind
            AND dept = NEW.dept AND window = NEW.window AND case_type = NEW.case_type
            AND finish = NEW.finish AND grade = NEW.grade AND legal_days = NEW.legal_days
            AND days_used = NEW.days_used);
    UPDATE mile_day SET n = n + 1 WHERE day = NEW.day AND kind = NEW.kind
        AND dept = NEW.dept AND window = NEW.window AND case_type = NEW.case_type
        AND finish = NEW.finish AND grade = NEW.grade AND legal_days = NEW.legal_days
        AND days_used = NEW.days_used;
END;
CREATE TRIGGER mile_is_gone AFTER DELETE ON mile BEGIN
    UPDATE mile_day SET n = n - 1 WHERE day = OLD.day AND kind = OLD.kind
        AND dept = OLD.dept AND window = OLD.window AND case_type = OLD.case_type
        AND finish = OLD.finish AND grade = OLD.grade AND legal_days = OLD.legal_days
        AND days_used = OLD.days_used;
    DELETE FROM mile_day WHERE day = OLD.day AND kind = OLD.kind
        AND dept = OLD.dept AND window = OLD.window AND case_type = OLD.case_type
        AND finish = OLD.finish AND grade = OLD.grade AND legal_days = OLD.legal_days
        AND days_used = OLD.days_used AND n = 0;
END;

-- Stops of a case's clock: which cases were paused at the end of a day that is over.
CREATE TABLE stop (
    key INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER,                      -- NULL = still stopped
    PRIMARY KEY (key, nth)
) WITHOUT ROWID;

-- A payment that another till gave back than the one that took it (which is closed and counted).
-- `payment` is the event of the payment.
CREATE TABLE refund (
    key INTEGER NOT NULL,
    payment BLOB NOT NULL,
    void_till BLOB NOT NULL,
    void_at INTEGER NOT NULL,
    void_day INTEGER NOT NULL,
    PRIMARY KEY (key, payment)
) WITHOUT ROWID;
CREATE INDEX refund_till ON refund (void_till, void_at);
CREATE INDEX refund_day ON refund (void_day);

-- What an older program wrote is projected again once, at the first start.
INSERT INTO setting (key, value)
    SELECT 'store.rebuild', '1' WHERE EXISTS (SELECT 1 FROM case_row WHERE is_folded = 1);
