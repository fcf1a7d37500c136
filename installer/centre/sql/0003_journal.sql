-- The journal and what is folded from it.
set local role onehall_owner;

create table app.event (
    town       int not null,
    pos        bigint not null,
    serial     bigint,            -- its station's own; null: offered by another one, or under a given-up code
    acted_at   bigint not null,
    server_at  bigint not null,
    id         uuid not null,
    stream     uuid not null,
    replaces   uuid,
    seq        int not null,      -- in the stream
    kind       smallint not null,
    is_flagged boolean not null,  -- acted long before what its station wrote last
    type       text not null,
    station    text not null,     -- that wrote it; of a timer's event: that delivered it
    mac        bytea not null,
    chain      bytea not null,    -- of the stream, after this event
    town_chain bytea not null,    -- of the town, after this event
    envelope   text not null,
    body       text not null,     -- text, for jsonb would not give the hashed bytes back
    primary key (town, pos)
);
create unique index event_id on app.event (town, id);
create unique index event_stream on app.event (town, stream, seq);
create unique index event_serial on app.event (town, station, serial) where serial is not null;
create unique index event_replaces on app.event (town, replaces) where replaces is not null;

-- What a scope sees, written when it happens: 1 event, 2 the stream entered, 3 it left, 4 a page is
-- there. The scope '*' reads app.event itself.
create table app.feed (
    town   int not null,
    scope  text not null,
    pos    bigint not null,
    kind   smallint not null,
    stream uuid not null,
    primary key (town, scope, pos, kind, stream)
);

-- One row a stream: rights, search and transitions read it, never a body.
create table app.stream (
    town         int not null,
    stream       uuid not null,
    kind         smallint not null,
    seq          int not null,
    pos          bigint not null,       -- of the newest event
    chain        bytea not null,
    scopes       text[] not null,
    head         jsonb not null,
    -- cases only:
    is_open      boolean not null,
    number       text,
    name         text,
    id_number    text,
    phone        text,
    item         text not null,
    item_version int not null,
    dept         text not null,
    depts        text[] not null,       -- all that have to do with its item
    step_depts   jsonb not null,        -- step → department, where it is not `dept`
    workflow     text not null,
    definition   int not null,
    registered_at bigint not null,
    state        text not null,         -- of the main line
    phase        text not null,
    last         uuid,                  -- last state-changing event of the main line
    is_stopped   boolean not null,
    resume_at    text,                  -- where a returned case may go on (the author's body says whether)
    branches     jsonb not null,        -- of an open group: id → {"last", "member", "ended", "refused", "actor"}
    eyes         jsonb not null,        -- eye → staff codes
    before_timer jsonb,                 -- as it was before a timer moved it: an earlier act may still come
    overtaken    uuid[] not null,       -- timer events that an act has overtaken
    primary key (town, stream)
) with (fillfactor = 70);
create unique index stream_number on app.stream (town, number) where number is not null;
create index stream_id_number on app.stream (town, id_number) where id_number is not null;
create index stream_phone on app.stream (town, phone) where phone is not null;

create index stream_open on app.stream (town, stream) where is_open;

-- The streams of a scope, open and ended, for walks of a first filling.
create table app.scope_stream (
    town    int not null,
    scope   text not null,
    is_open boolean not null,
    stream  uuid not null,
    primary key (town, scope, is_open, stream)
);

-- Names by pairs of neighbouring characters, by code point: 王建国 stands under 王建 and 建国.
create table app.gram (
    town   int not null,
    gram   text not null,
    stream uuid not null,
    primary key (town, gram, stream)
);
create index gram_stream on app.gram (town, stream);

-- Who looked for what, and why.
create table app.look (
    town    int not null,
    at      bigint not null,
    id      uuid not null default gen_random_uuid(),
    staff   text not null,
    kind    text not null,
    value   text not null,
    purpose text not null,
    found   int not null,
    primary key (town, at, id)
);

-- ---- pages -------------------------------------------------------------------------------------
create table app.page (
    town        int not null,
    sha         bytea not null,
    size        bigint not null,
    is_complete boolean not null default false,
    primary key (town, sha)
);
create table app.stream_page (
    town   int not null,
    stream uuid not null,
    sha    bytea not null,
    primary key (town, stream, sha)
);
create index stream_page_sha on app.stream_page (town, sha);
create table app.page_piece (
    town  int not null,
    sha   bytea not null,
    n     int not null,
    bytes bytea not null,
    primary key (town, sha, n)
);
alter table app.page_piece alter column bytes set storage external;
-- A page that became complete takes a position of its own, so that every scope learns of it in order.
create table app.ready (
    town       int not null,
    pos        bigint not null,
    sha        bytea not null,
    town_chain bytea not null,
    primary key (town, pos)
);

-- ---- official numbers --------------------------------------------------------------------------
create table app.number_series (
    town       int not null,
    series     text not null,
    organ      text not null,
    year       int not null,
    next_serial int not null default 1,
    primary key (town, series, organ, year)
);
create table app.number_lease (
    town       int not null,
    series     text not null,
    organ      text not null,
    year       int not null,
    first_no   int not null,
    last_no    int not null,
    station    text not null,
    leased_at  bigint not null,
    returned_from int,              -- this one and all above it came back unused
    primary key (town, series, organ, year, first_no)
);
create table app.number (
    town    int not null,
    series  text not null,
    organ   text not null,
    year    int not null,
    serial  int not null,
    text    text not null,
    event   uuid,                   -- null: voided without a paper
    station text not null,
    reason  text not null default '',
    primary key (town, series, organ, year, serial)
);

-- An act that the definition wants online only is claimed first: one person at a time.
create table app.claim (
    town   int not null,
    stream uuid not null,
    branch text not null,
    action text not null,
    staff  text not null,
    until  bigint not null,
    primary key (town, stream, branch, action)
);

-- ---- what was not taken ------------------------------------------------------------------------
-- Nothing that a station ever offered is thrown away: each stands here once, by its bytes.
create table app.refused (
    town     int not null,
    digest   bytea not null,        -- of envelope and body
    id       bigint not null,       -- counts up in the town, for reading on
    at       bigint not null,
    times    int not null default 1,
    role     text not null,
    station  text not null,
    serial   bigint not null,
    event    text not null,
    code     smallint not null,
    reason   text not null,
    raw      text,                  -- null above the day's share of a role
    primary key (town, digest)
);
create unique index refused_id on app.refused (town, id);
create index refused_serial on app.refused (town, station, serial);
create table app.refused_day (
    town  int not null,
    role  text not null,
    day   bigint not null,
    offers int not null,
    primary key (town, role, day)
);

-- The second wall: should a grant ever slip, there is still no row to be seen.
do $$
declare
    t regclass;
begin
    for t in select c.oid from pg_class c
              where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' loop
        execute 'alter table ' || t || ' enable row level security';
        execute 'revoke all on table ' || t || ' from public';
    end loop;
end $$;
