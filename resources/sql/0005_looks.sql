-- Who looked at a case outside of the own pile, or at identity numbers, when and why (features.md R3,
-- A13). Kept on this machine; no applicant's name or number stands in it. kind: 0 opened, 1 numbers shown.
create table look (
    at      integer not null,
    staff   text    not null,
    stream  text    not null,
    kind    integer not null,
    post    text    not null,
    purpose text    not null, -- '' = none was asked
    primary key (at, staff, stream, kind)
) without rowid;
