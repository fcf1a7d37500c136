-- Reading what a station offers: the text of a call → rows, each with its fault of form, if any.
set local role onehall_owner;

create type app.offer as (
    -- as delivered
    serial bigint, envelope text, body text, mac text, pages jsonb, numbers jsonb,
    -- the envelope's fields
    id uuid, kind smallint, stream uuid, type text, version int, branch text, action text,
    from_state text, to_state text, expects uuid, actor text, post text, station text,
    acted_at bigint, gained text[], lost text[], replaces uuid, head jsonb,
    hash bytea,
    -- found out on reading
    code smallint, reason text,   -- null: well formed
    here bigint,                  -- where it, or what it replaces, stands already
    serial_used boolean           -- its serial belongs to another event of this station
);

create function app.kind_of(word text) returns smallint
language sql immutable as $$
    select array_position(array['case', 'applicant', 'till', 'stock', 'seal', 'post', 'hall'],
                          word)::smallint
$$;

-- A flat JSON array of plain words as an array; null where it is written in any other way.
create function app.words(list text) returns text[]
language sql immutable as $$
    select case when list = '[]' then '{}'::text[]
                when list ~ '^\["[A-Za-z0-9_*]{1,20}"(,"[A-Za-z0-9_*]{1,20}"){0,40}\]$'
                then string_to_array(substr(list, 3, length(list) - 4), '","') end
$$;

-- The canonical text of a head: keys in order, texts and whole numbers only.
create function app.canonical_head(head json) returns text
language sql immutable as $$
    select '{' || coalesce(string_agg(to_json(key) || ':' || case json_typeof(value)
                     when 'string' then to_json(value #>> '{}')::text
                     when 'number' then (value::text::bigint)::text end,
                     ',' order by key collate "C"), '') || '}'
      from json_each(head)
$$;

-- Keys that this step of the centre knows.
create function app.is_newer(envelope text) returns boolean
language sql immutable as $$
    select exists (select from json_object_keys(envelope::json) key
                    where key <> all (array['actedAt', 'action', 'actor', 'bodyHash', 'branch', 'expects',
                        'from', 'gained', 'head', 'id', 'kind', 'lost', 'post', 'replaces', 'saw',
                        'station', 'stream', 'to', 'type', 'version']))
        or exists (select from json_object_keys(envelope::json -> 'head') key
                    where key <> all (array['number', 'item', 'itemVersion', 'dept', 'workflow',
                        'definition', 'applicant', 'name', 'idNumber', 'phone']))
$$;

-- All offers of a call in one pass. The envelope is written anew from what was read; only when that
-- gives the same bytes may the event in, for its hash is made of exactly these. Fails as a whole when
-- one of them cannot be read.
create function app.parse_offers(in_town int, place app.station, events json) returns app.offer[]
language sql volatile set search_path = app, pg_temp as $$
    select array_agg((x.s, x.e, x.b, x.m, x.p, x.n,
            y.id, app.kind_of(y.kind), y.stream, y.type, y.version, y.branch, y.action,
            y."from", y."to", nullif(y.expects, '')::uuid, y.actor, y.post, y.station,
            y."actedAt", app.words(y.gained::text), app.words(y.lost::text),
            nullif(y.replaces, '')::uuid, y.head::jsonb,
            sha256(convert_to(x.e, 'UTF8')),
            case when x.s is null or x.s < 1 or x.m is null or x.e is null or x.b is null then 4
                 when octet_length(x.e) + octet_length(x.b) > 65536 then 4
                 when x.e is distinct from
                      '{"actedAt":' || y."actedAt" || ',"action":' || to_json(y.action)
                      || ',"actor":' || to_json(y.actor) || ',"bodyHash":"' || y."bodyHash"
                      || '","branch":' || to_json(y.branch)
                      || ',"expects":"' || coalesce(nullif(y.expects, '')::uuid::text, '')
                      || '","from":' || to_json(y."from") || ',"gained":' || y.gained
                      || ',"head":' || case when y.head::text = '{}' then '{}'
                                            else app.canonical_head(y.head) end
                      || ',"id":"' || y.id || '","kind":' || to_json(y.kind) || ',"lost":' || y.lost
                      || ',"post":' || to_json(y.post)
                      || ',"replaces":"' || coalesce(nullif(y.replaces, '')::uuid::text, '')
                      || '","saw":' || y.saw || ',"station":' || to_json(y.station)
                      || ',"stream":"' || y.stream || '","to":' || to_json(y."to")
                      || ',"type":' || to_json(y.type) || ',"version":' || y.version || '}'
                 then case when app.is_newer(x.e) then 5 else 4 end
                 when app.words(y.gained::text) is null or app.words(y.lost::text) is null
                      or y.saw::text !~ '^\[("[0-9a-f-]{36}"(,"[0-9a-f-]{36}"){0,40})?\]$'
                      or app.kind_of(y.kind) is null then 4
                 when y.head::text <> '{}' and app.is_newer(x.e) then 5
                 when y."bodyHash" is distinct from encode(sha256(convert_to(x.b, 'UTF8')), 'hex') then 4
                 when not exists (select from app.event_type t
                                   where t.town = in_town and t.type = y.type
                                     and t.kind = app.kind_of(y.kind) and t.version >= y.version) then 5
            end,
            case when octet_length(x.e) + octet_length(x.b) > 65536 then 'size'
                 when y."bodyHash" is distinct from encode(sha256(convert_to(x.b, 'UTF8')), 'hex') then 'hash'
                 else 'form' end,
            coalesce((select pos from app.event where town = in_town and id = y.id),
                     case when y.replaces <> ''
                          then (select pos from app.event
                                 where town = in_town and stream = y.stream
                                   and (id = y.replaces::uuid or replaces = y.replaces::uuid) limit 1) end,
                     -- a timer's id can be foreseen: nobody may replace it before it comes
                     case when y.actor <> ''
                          then (select pos from app.event
                                 where town = in_town and replaces = y.id and stream = y.stream) end),
            case when x.s <= place.top_serial
                 then exists (select from app.event where town = in_town and station = place.code
                                 and serial = x.s and id <> y.id)
                   or exists (select from app.refused where town = in_town and station = place.code
                                 and serial = x.s and event <> y.id::text and event <> '')
                 else false end
           )::app.offer order by x.place)
      from rows from (json_to_recordset(events)
               as (s bigint, e text, b text, m text, p jsonb, n jsonb)) with ordinality
               as x(s, e, b, m, p, n, place),
           json_to_record(x.e::json) as y("actedAt" bigint, action text, actor text, "bodyHash" text,
               branch text, expects text, "from" text, gained json, head json, id uuid, kind text,
               lost json, post text, replaces text, saw json, station text, stream uuid, "to" text,
               type text, version int)
$$;

-- The same, one by one, where a whole call could not be read: the others must not suffer.
create function app.read_offers(in_town int, place app.station, events text) returns app.offer[]
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    list json;
    one json;
    offers app.offer[] := '{}';
    faulty app.offer;
begin
    begin
        list := events::json;
        if json_typeof(list) <> 'array' or json_array_length(list) > 500
           or octet_length(events) > 1048576 + 65536 then
            perform app.fail('form');
        end if;
    exception when data_exception then
        perform app.fail('form');
    end;
    begin
        return coalesce(app.parse_offers(in_town, place, list), '{}');
    exception when data_exception or program_limit_exceeded then
        null;
    end;
    for one in select value from json_array_elements(list) loop
        begin
            offers := offers || app.parse_offers(in_town, place, json_build_array(one));
        exception when data_exception or program_limit_exceeded then
            faulty := null;
            faulty.envelope := app.plain_text(one -> 'e');
            faulty.body := app.plain_text(one -> 'b');
            faulty.serial := 0;
            faulty.code := 4;
            faulty.reason := case when octet_length(one::text) > 65536 + 1024 then 'size' else 'form' end;
            offers := offers || faulty;
        end;
    end loop;
    return offers;
end $$;

-- The text of a JSON string, or its spelling where it cannot be read (a NUL, half a character).
create function app.plain_text(value json) returns text
language plpgsql immutable set search_path = app, pg_temp as $$
begin
    return coalesce(value #>> '{}', '');
exception when data_exception then
    return value::text;
end $$;
