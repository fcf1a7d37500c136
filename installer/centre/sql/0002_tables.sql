-- The tables. All keys start with the town; nothing refers across towns; no sequence, no large
-- object, no transaction id. Instants are milliseconds since 1970 UTC.
set local role onehall_owner;

-- One row a town: the counter that every push locks. Positions are dense and in commit order because
-- the lock is released after the commit.
create table app.town (
    town            int primary key,
    name            text not null,
    pos             bigint not null default 0,
    chain           bytea not null default decode(repeat('00', 32), 'hex'),
    epoch           uuid not null default gen_random_uuid(),
    identity        text not null default '',     -- of the database: another one means a restored backup
    secret          bytea not null,               -- every key of authorship is derived from it
    proto_min       int not null default 1,
    proto_max       int not null default 1,
    lease_block     int not null default 10,
    sign_in_days    int not null default 7,       -- how long a sign-in is good without the centre
    events_an_hour  int not null default 60000,   -- quota of one station
    bytes_a_day     bigint not null default 2000000000,
    page_bytes_a_day bigint not null default 20000000000
) with (fillfactor = 50);

-- Newest form of each event type that everybody may write; an unknown type is answered "newer".
create table app.event_type (
    town    int not null,
    type    text not null,
    kind    smallint not null, -- of the stream, as in the envelope: 1 case … 7 hall
    version int not null,
    primary key (town, type)
);

-- ---- published rows: what push checks an envelope against ---------------------------------------
create table app.staff (
    town        int not null,
    code        text not null,
    posts       text[] not null,  -- "HB/reviewer", "/cashier"
    desk        text not null,    -- usual window
    is_disabled boolean not null,
    primary key (town, code)
);
create table app.hall_window (
    town       int not null,
    code       text not null,
    depts      text[] not null,
    is_cashier boolean not null,
    primary key (town, code)
);
create table app.item (
    town       int not null,
    code       text not null,
    version    int not null,
    dept       text not null,
    workflow   text not null,
    joint      text[] not null,  -- departments of a joint sign-off
    step_depts jsonb not null,   -- step → department
    depts      text[] not null,  -- all that have to do with it
    primary key (town, code, version)
);
create table app.state (
    town        int not null,
    workflow    text not null,
    version     int not null,
    state       text not null,
    place       int not null,     -- in the file's order
    phase       text not null,
    is_end      boolean not null,
    step        text not null,
    owner_role  text,             -- null: nobody acts
    owner_dept  text not null,    -- lead, step, member, hall
    members     text,             -- of a sign-off group: jointDepts, seats; null: no group
    seats       int not null,
    rule        text not null,    -- all, any, quorum, veto
    quorum      int not null,
    on_refusal  text not null,    -- counted, endsGroup
    next_state  text not null,
    primary key (town, workflow, version, state)
);
-- An action once for each state that it leaves, with what push must know of both states: one look-up
-- a move.
create table app.action (
    town          int not null,
    workflow      text not null,
    version       int not null,
    from_state    text not null,
    action        text not null,
    sort          text not null,
    to_state      text not null,
    roles         text[] not null,
    eye           text not null,
    verdict       text not null,
    offline       text not null,
    has_four_eyes boolean not null, -- of the definition
    owner_role    text,             -- of the state that it leaves, as all below
    owner_dept    text not null,
    step          text not null,
    place         int not null,
    has_group     boolean not null,
    primary key (town, workflow, version, from_state, action)
);

-- ---- who delivers, who wrote -------------------------------------------------------------------
-- A login may own several codes: a clone or a reinstallation gets a new one, the old one is never
-- given again.
create table app.station (
    town         int not null,
    code         text not null,
    login        text not null,
    install      uuid,            -- whose disk it is; another one is a clone
    scopes       text[] not null,
    is_closed    boolean not null default false,
    made_at      bigint not null,
    top_serial   bigint not null default 0,
    last_acted   bigint not null default 0,
    last_contact bigint not null default 0,
    clock_ahead  bigint not null default 0, -- of the station's clock, at the last hello
    program      text not null default '',
    hour         bigint not null default 0, -- the quotas' counters
    hour_events  int not null default 0,
    day          bigint not null default 0,
    day_bytes    bigint not null default 0,
    page_bytes   bigint not null default 0,
    primary key (town, code)
) with (fillfactor = 50);
create index station_login on app.station (town, login);

-- Keys of authorship, kept only to spare the derivation: HMAC-SHA-256 needs the key's two pads.
-- Staff '' = the station's timers.
create table app.mac_key (
    town      int not null,
    staff     text not null,
    station   text not null,
    key       bytea not null,
    inner_pad bytea not null,
    outer_pad bytea not null,
    primary key (town, staff, station)
);

-- Who ever signed in where: what a PC may keep.
create table app.signed_in (
    town    int not null,
    station text not null,
    staff   text not null,
    at      bigint not null,
    primary key (town, station, staff)
);
