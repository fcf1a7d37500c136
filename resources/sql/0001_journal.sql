-- The journal and what belongs to this machine. Projections are in the next file: they can be rebuilt.

pragma application_id = 1330136396; -- 'OHAL'

create table stream (
    key    integer primary key,
    kind   integer not null,          -- StreamKind
    id     blob    not null unique,   -- 16 bytes
    count  integer not null default 0,
    chain  blob                       -- after the newest event; null before the first
);

-- Key = stream key << 20 | seq: a stream's events lie side by side, and nothing is wider than one integer.
create table event (
    key       integer primary key,
    id        blob    not null unique,
    type      text    not null,
    version   integer not null,
    branch    text    not null,
    action    text    not null,
    from_     text    not null,
    to_       text    not null,
    expects   blob,
    actor     text    not null,
    post      text    not null,
    station   text    not null,
    acted_at  integer not null,
    gained    text,                   -- JSON array, null = empty
    lost      text,
    replaces  blob,
    saw       blob,                   -- ids of 16 bytes, one after the other
    head      text,                   -- canonical JSON, null = empty
    body      text    not null,       -- '' = erased by law
    body_hash blob    not null,
    hash      blob    not null,
    chain     blob    not null        -- provisional until the centre has given the order
);

-- One row an event that the centre has not settled, in the order of this store.
create table outbox (
    pos        integer primary key autoincrement,
    event_key  integer not null,
    stream_key integer not null,
    state      integer not null default 0 -- 0 waits, 1 sent, 2 needs a person
);
create index outbox_stream on outbox (stream_key, pos);

-- Reference data as the hall stream published them last; a retired definition still serves its cases.
create table ref (
    kind       text    not null,
    code       text    not null,
    version    integer not null,
    json       text    not null,
    is_retired integer not null default 0,
    event      blob    not null,
    primary key (kind, code, version)
) without rowid;

create table draft (
    id         text primary key,
    station    text    not null,
    staff      text    not null,
    kind       text    not null,
    json       text    not null,
    updated_at integer not null
) without rowid;
create index draft_owner on draft (station, staff, kind);

-- Serials are stored per date, so a clock that jumps back repeats none.
create table intake_serial (
    station text    not null,
    date    text    not null,         -- yyyymmdd, hall date
    next    integer not null,
    primary key (station, date)
) without rowid;

-- Blocks of official numbers leased to this station.
create table number_lease (
    series   text    not null,
    organ    text    not null,
    year     integer not null,
    first    integer not null,
    last     integer not null,
    next     integer not null,        -- last + 1 = used up
    returned integer not null default 0, -- numbers from `next` on given back unused
    primary key (series, organ, year, first)
) without rowid;

create table number_given (
    series   text    not null,
    organ    text    not null,
    year     integer not null,
    serial   integer not null,
    text     text    not null,
    given_at integer not null,
    void_at  integer not null default 0,
    reason   text    not null default '',
    primary key (series, organ, year, serial)
) without rowid;
create index number_text on number_given (text);

create table credential (
    staff      text primary key,
    salt       blob    not null,
    iterations integer not null,
    hash       blob    not null,
    failures   integer not null default 0,
    wait_until integer not null default 0,
    changed_at integer not null
) without rowid;

create table setting (
    key   text primary key,
    value text not null
) without rowid;

create table migration (
    number     integer primary key,
    name       text    not null,
    sha256     text    not null,
    program    text    not null,
    applied_at integer not null
);
