-- Search entries of cases and applicants that came in just now, one row each: an acceptance writes one
-- page instead of fifty. They are sorted into gram and applicant_gram while nobody writes. grams: eight
-- bytes each, big-endian, one after the other. No key stands in both tables.
CREATE TABLE gram_fresh (
    key INTEGER PRIMARY KEY,
    grams BLOB NOT NULL
);
CREATE TABLE applicant_gram_fresh (
    key INTEGER PRIMARY KEY,
    grams BLOB NOT NULL
);
