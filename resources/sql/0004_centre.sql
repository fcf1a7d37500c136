-- What the centre has said about this store's events (app/sync/PROTOCOL.md). The journal's first
-- `settled` events of a stream stand in the centre's order; the others wait behind them.

alter table event add column pos integer;   -- in the town's order; null = not settled
alter table event add column mac blob;      -- by the author's key; null = not made yet

alter table stream add column settled integer not null default 0;
alter table stream add column settled_pos integer not null default 0; -- of the newest settled event
alter table stream add column settled_chain blob;
alter table stream add column is_leaving integer not null default 0;  -- goes when nothing waits

-- outbox.state: 0 waits, 1 on the sent shelf. Refused events stand in `attention`.
alter table outbox add column sent_pos integer not null default 0;
alter table outbox add column sent_at integer not null default 0;
alter table outbox add column settled_at integer not null default 0; -- came back through pull
alter table outbox add column hold_until integer not null default 0;
alter table outbox add column hold_reason text not null default '';
create index outbox_waiting on outbox (stream_key, event_key) where state = 0;
create index outbox_shelf on outbox (sent_pos) where state = 1;

-- Scopes of a stream by what has settled here.
create table stream_scope (
    stream_key integer not null,
    scope      text    not null,
    primary key (stream_key, scope)
) without rowid;

-- Each scope has a cursor of its own. fill: 0 filled, 1 walk over open cases, 2 over closed ones;
-- filled_pos: the town's head when the walk ended.
create table centre_scope (
    scope      text primary key,
    pos        integer not null,
    fill       integer not null default 1,
    after      blob,
    filled_pos integer not null default 0
) without rowid;

-- Checkpoints that the centre confirmed, thinning out backwards.
create table centre_trail (
    pos   integer primary key,
    chain blob not null
);

create table want_history (
    stream blob primary key
) without rowid;
-- Cases that left this machine: a centre restored to before that gives them again.
create table left_stream (
    stream blob primary key,
    pos    integer not null
) without rowid;

-- Which case names which page; is_there: 0 to be brought up from
-- here, 1 the centre has all of it, 2 another station brings it.
create table case_page (
    sha        blob    not null,
    stream_key integer not null,
    is_there   integer not null default 0,
    primary key (sha, stream_key)
) without rowid;
create index case_page_stream on case_page (stream_key);
create index case_page_waiting on case_page (sha) where is_there <> 1;
-- Pages whose bytes are to leave this machine.
create table page_gone (
    sha blob primary key
) without rowid;

-- What the centre refused, with the raw event; code and reason are words of PROTOCOL.md.
create table attention (
    event    text primary key,
    nth      integer not null,        -- order inside the store
    stream   text    not null,
    envelope text    not null,
    body     text    not null,
    mac      blob    not null,
    root     text    not null,        -- first event of its line of redos
    code     integer not null,
    reason   text    not null,
    at       integer not null,
    state    integer not null,        -- 0 open, 1 given up, 2 redone, 3 settled after all
    owner    text    not null,        -- staff code it was handed to; '' = its author's
    note     text    not null
) without rowid;
create index attention_open on attention (stream, nth) where state = 0;

-- Own events that are rightly here no more: a recovery does not bring them back.
create table gone_event (
    event text primary key
) without rowid;

-- MAC keys of person and station, wrapped by a key from the person's password; '' = the station's.
create table mac_key (
    staff      text    not null,
    station    text    not null,
    salt       blob    not null,
    iterations integer not null,
    wrapped    blob    not null,
    until      integer not null,
    primary key (staff, station)
) without rowid;
