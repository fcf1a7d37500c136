-- Projections: everything here is computed from the journals (design.md section 4) and can be
-- rebuilt. Dates are hall dates as yyyymmdd, instants are ms since 1970 UTC; NULL = not reached.

-- One row a case. key = stream.key: it grows with arrival, so "newest first" is key DESC and every
-- index below gives it without sorting (a rowid ends each index entry).
CREATE TABLE case_row (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL,                    -- found by stream.id, which is indexed
    number TEXT NOT NULL,
    is_folded INTEGER NOT NULL,          -- 1 = its journal is here, 0 = cold
    version INTEGER NOT NULL,            -- events folded
    item_code TEXT NOT NULL,
    item_name TEXT NOT NULL,
    dept TEXT NOT NULL,
    window TEXT NOT NULL,
    clerk TEXT NOT NULL,
    accepted_by TEXT NOT NULL,
    applicant_name TEXT NOT NULL,
    applicant_number TEXT NOT NULL,
    phone TEXT NOT NULL,
    legal_name TEXT NOT NULL,
    agent_name TEXT NOT NULL,
    summary TEXT NOT NULL,
    phase INTEGER NOT NULL,
    state TEXT NOT NULL,
    case_type INTEGER NOT NULL,
    finish TEXT NOT NULL,
    is_stopped INTEGER NOT NULL,
    is_paid INTEGER NOT NULL,
    started_day INTEGER,
    promise_due INTEGER,
    legal_due INTEGER,
    receipt_due INTEGER,
    step_due INTEGER,
    correction_due INTEGER,
    delivery_due INTEGER,
    registered_at INTEGER NOT NULL,
    accepted_at INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    -- Not shown in lists.
    applicant BLOB,
    applicant_kind INTEGER NOT NULL,
    id_kind TEXT NOT NULL,
    address TEXT NOT NULL,
    legal_number TEXT NOT NULL,
    override_reason TEXT NOT NULL,
    said_at INTEGER NOT NULL,            -- when the applicant's data were last said
    is_deemed INTEGER NOT NULL,
    corrections INTEGER NOT NULL,
    fee_total INTEGER NOT NULL,          -- fen
    days_used INTEGER NOT NULL,
    legal_days INTEGER NOT NULL,
    promised_days INTEGER NOT NULL,
    registered_day INTEGER,
    accepted_day INTEGER,
    decided_day INTEGER,
    ready_day INTEGER,
    closed_day INTEGER
);
-- Not unique: two stations with one number are the centre's trouble; a projection never refuses work.
CREATE INDEX case_row_number ON case_row (number);
-- The four figures before the check character: what people read from a receipt.
CREATE INDEX case_row_serial ON case_row (substr(number, -6, 4));
CREATE INDEX case_row_applicant_number ON case_row (applicant_number) WHERE applicant_number <> '';
CREATE INDEX case_row_applicant_tail ON case_row (substr(applicant_number, -4))
    WHERE applicant_number <> '';
CREATE INDEX case_row_phone ON case_row (phone) WHERE phone <> '';
CREATE INDEX case_row_phone_tail ON case_row (substr(phone, -4)) WHERE phone <> '';
CREATE INDEX case_row_applicant ON case_row (applicant, said_at) WHERE applicant IS NOT NULL;
-- Open cases (phase before Closed): covers the overview, so that its lights need no table look-up.
CREATE INDEX case_row_open ON case_row (phase, dept, window, item_code, clerk, is_stopped, case_type,
    started_day, promise_due, legal_due, accepted_day) WHERE phase < 6;

-- Branches that wait for a post. `barred`: staff codes with a space around each (four eyes).
CREATE TABLE pile (
    key INTEGER NOT NULL,
    branch TEXT NOT NULL,
    state TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    role INTEGER NOT NULL,
    dept TEXT NOT NULL,
    member TEXT NOT NULL,
    since INTEGER NOT NULL,
    due INTEGER,
    expects BLOB NOT NULL,
    barred TEXT NOT NULL,
    PRIMARY KEY (key, branch)
) WITHOUT ROWID;
CREATE INDEX pile_owner ON pile (role, dept);

-- What happened on which day: the figures are ranges of this table. Grade: 1 before the promised
-- date, 2 on it, 3 after it, 0 without a promise.
CREATE TABLE mile (
    day INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    key INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    is_folded INTEGER NOT NULL,
    minute INTEGER NOT NULL,             -- of the day
    window TEXT NOT NULL,
    dept TEXT NOT NULL,
    item TEXT NOT NULL,
    actor TEXT NOT NULL,
    case_type INTEGER NOT NULL,
    finish TEXT NOT NULL,
    grade INTEGER NOT NULL,
    days_used INTEGER NOT NULL,
    legal_days INTEGER NOT NULL,
    PRIMARY KEY (day, kind, key, nth)
) WITHOUT ROWID;
CREATE INDEX mile_case ON mile (key) WHERE is_folded = 1;

-- Characters, pairs of characters and pinyin initials of names (searchtext.h); newest = highest key.
CREATE TABLE gram (
    g INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (g, key)
) WITHOUT ROWID;

-- The directory: newest snapshot of each applicant. key = the first case that names the applicant.
CREATE TABLE applicant (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    id_kind TEXT NOT NULL,
    number TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    legal_name TEXT NOT NULL,
    legal_number TEXT NOT NULL,
    override_reason TEXT NOT NULL,
    said_at INTEGER NOT NULL,
    cases INTEGER NOT NULL
);
CREATE UNIQUE INDEX applicant_id ON applicant (id);
CREATE INDEX applicant_number ON applicant (number) WHERE number <> '';
CREATE INDEX applicant_tail ON applicant (substr(number, -4)) WHERE number <> '';
CREATE INDEX applicant_phone ON applicant (phone) WHERE phone <> '';
CREATE INDEX applicant_phone_tail ON applicant (substr(phone, -4)) WHERE phone <> '';
CREATE INDEX applicant_name ON applicant (name);
CREATE TABLE applicant_gram (
    g INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (g, key)
) WITHOUT ROWID;

-- Fee slips. State: 0 open, 1 paid, 2 paid twice (refund tray), 3 void.
CREATE TABLE slip (
    key INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    number TEXT NOT NULL,
    total INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    state INTEGER NOT NULL,
    demanded_at INTEGER NOT NULL,
    dept TEXT NOT NULL,
    window TEXT NOT NULL,
    PRIMARY KEY (key, nth)
) WITHOUT ROWID;
CREATE INDEX slip_number ON slip (number);
CREATE INDEX slip_open ON slip (demanded_at) WHERE state = 0;
CREATE INDEX slip_twice ON slip (demanded_at) WHERE state = 2;

CREATE TABLE payment (
    key INTEGER NOT NULL,
    event BLOB NOT NULL,
    slip TEXT NOT NULL,
    receipt TEXT NOT NULL,
    till BLOB NOT NULL,
    instrument INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    tendered INTEGER NOT NULL,
    reference TEXT NOT NULL,
    cashier TEXT NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    is_void INTEGER NOT NULL,
    void_reason TEXT NOT NULL,
    voided_by TEXT NOT NULL,
    void_witness TEXT NOT NULL,
    dept TEXT NOT NULL,
    window TEXT NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (key, event)
) WITHOUT ROWID;
CREATE INDEX payment_receipt ON payment (receipt);
CREATE INDEX payment_till ON payment (till, at);
CREATE INDEX payment_day ON payment (day);

-- A till: one window, one day. Counted sums are NULL until it is closed.
CREATE TABLE till (
    id BLOB PRIMARY KEY,
    window TEXT NOT NULL,
    day INTEGER NOT NULL,
    cashier TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER NOT NULL,
    closed_by TEXT NOT NULL,
    cash INTEGER,
    card INTEGER,
    transfer INTEGER,
    qr INTEGER,
    note TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX till_window ON till (window, day);

-- Papers of cases by state (design.md section 8); waiting = wanted or sent.
CREATE TABLE paper (
    key INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    state INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    at INTEGER NOT NULL,
    dept TEXT NOT NULL,
    window TEXT NOT NULL,
    PRIMARY KEY (key, id)
) WITHOUT ROWID;
CREATE INDEX paper_waiting ON paper (window, at) WHERE state IN (0, 1);
CREATE INDEX paper_number ON paper (number) WHERE number <> '';
