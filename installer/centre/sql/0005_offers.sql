-- Reading what a station offers: the text of a call → rows, each with its fault of form, if any.
set local role onehall_owner;

create type app.raw as (serial bigint, envelope text, body text, mac text, bytes int);
create type app.offer as (
    -- the envelope's fields
    id uuid, kind smallint, stream uuid, type text, version int, branch text, action text,
    from_state text, to_state text, expects uuid, actor text, post text, station text,
    acted_at bigint, gained text[], lost text[], replaces uuid, head jsonb,
    -- as delivered
    pages jsonb, numbers jsonb,
    hash bytea,
    -- found out on reading
    reason text,                  -- null: well formed
    here bigint,                  -- where it, or what it replaces, stands already
    serial_used boolean,          -- its serial belongs to another event of this station
    raw app.raw
);

create function app.kind_word(kind smallint) returns text
language sql immutable as $$
    select (array['case', 'applicant', 'till', 'stock', 'seal', 'post', 'hall'])[kind]
$$;

create function app.kind_of(word text) returns smallint
language sql immutable as $$
    select array_position(array['case', 'applicant', 'till', 'stock', 'seal', 'post', 'hall'],
                          word)::smallint
$$;

-- The canonical text of a list of plain words; a word that needs an escape gives another text than
-- the one that came, and so a fault of form.
create function app.list_text(list text[]) returns text
language sql immutable as $$
    select case when list = '{}' then '[]' else '["' || array_to_string(list, '","') || '"]' end
$$;

-- The canonical text of a head: keys in order, texts and whole numbers only.
create function app.canonical_head(head json) returns text
language plpgsql immutable as $$
begin
    return (select '{' || string_agg(to_json(key) || ':' || case json_typeof(value)
                              when 'string' then to_json(value #>> '{}')::text
                              when 'number' then (value::text::bigint)::text end,
                              ',' order by key collate "C") || '}'
              from json_each(head));
end $$;

-- Keys that this step of the centre knows.
create function app.is_newer(envelope text) returns boolean
language plpgsql immutable as $$
begin
    return exists (select from json_object_keys(envelope::json) key
                    where key <> all (array['actedAt', 'action', 'actor', 'bodyHash', 'branch', 'expects',
                        'from', 'gained', 'head', 'id', 'kind', 'lost', 'post', 'replaces', 'saw',
                        'station', 'stream', 'to', 'type', 'version']))
        or exists (select from json_object_keys(envelope::json -> 'head') key
                    where key <> all (array['number', 'item', 'itemVersion', 'dept', 'workflow',
                        'definition', 'applicant', 'name', 'idNumber', 'phone']));
end $$;

-- All offers of a call in one pass. The envelope is written anew from what was read; only when that
-- gives the same bytes may the event in, for its hash is made of exactly these. Fails as a whole when
-- one of them cannot be read.
create function app.parse_offers(in_town int, place app.station, events json) returns app.offer[]
language plpgsql volatile as $$
declare
    known jsonb := (select jsonb_object_agg(app.kind_word(t.kind) || '/' || t.type, t.version)
                      from app.event_type t where t.town = in_town);
    has_redone boolean := exists (select from app.event where town = in_town and replaces is not null);
begin
    return (select array_agg((y.id, app.kind_of(y.kind), y.stream, y.type, y.version, y.branch, y.action,
            y."from", y."to", nullif(y.expects, '')::uuid, y.actor, y.post, y.station,
            y."actedAt", y.gained, y.lost,
            nullif(y.replaces, '')::uuid, y.head::jsonb,
            x.p, x.n,
            sha256(convert_to(x.e, 'UTF8')),
            case when x.s is null or x.s < 0 or x.m is null or x.e is null or x.b is null then 'form'
                 when octet_length(x.e) + octet_length(x.b) > 65536 then 'size'
                 when x.e is distinct from
                      '{"actedAt":' || y."actedAt" || ',"action":' || to_json(y.action)
                      || ',"actor":' || to_json(y.actor) || ',"bodyHash":"' || y."bodyHash"
                      || '","branch":' || to_json(y.branch)
                      || ',"expects":"' || coalesce(nullif(y.expects, '')::uuid::text, '')
                      || '","from":' || to_json(y."from") || ',"gained":' || app.list_text(y.gained)
                      || ',"head":' || case when y.head::text = '{}' then '{}'
                                            else app.canonical_head(y.head) end
                      || ',"id":"' || y.id || '","kind":' || to_json(y.kind) || ',"lost":' || app.list_text(y.lost)
                      || ',"post":' || to_json(y.post)
                      || ',"replaces":"' || coalesce(nullif(y.replaces, '')::uuid::text, '')
                      || '","saw":' || app.list_text(y.saw::text[]) || ',"station":' || to_json(y.station)
                      || ',"stream":"' || y.stream || '","to":' || to_json(y."to")
                      || ',"type":' || to_json(y.type) || ',"version":' || y.version || '}'
                 then case when app.is_newer(x.e) then 'newer' else 'form' end
                 when y.head::text <> '{}' and app.is_newer(x.e) then 'newer'
                 when y."bodyHash" is distinct from encode(sha256(convert_to(x.b, 'UTF8')), 'hex') then 'hash'
                 when y.version > (known ->> (y.kind || '/' || y.type))::int is not false then 'newer'
            end,
            coalesce((select pos from app.event where town = in_town and id = y.id order by id limit 1),
                     case when y.replaces <> ''
                          then (select pos from app.event
                                 where town = in_town and stream = y.stream
                                   and (id = y.replaces::uuid or replaces = y.replaces::uuid) limit 1) end,
                     -- a timer's id can be foreseen: nobody may replace it before it comes
                     case when has_redone and y.actor <> ''
                          then (select pos from app.event
                                 where town = in_town and replaces = y.id and stream = y.stream) end),
            x.s > 0 and (x.s <= place.top_serial or y.station not in (place.code, ''))
            and (exists (select from app.event
                          where town = in_town and serial = x.s and id <> y.id
                            and station = coalesce(nullif(y.station, ''), place.code))
                 or exists (select from app.refused
                             where town = in_town and serial = x.s and event not in ('', y.id::text)
                               and station = coalesce(nullif(y.station, ''), place.code)
                               -- only where the author was proved: nobody uses up another's serials
                               and reason in ('state', 'number', 'pages', 'closed', 'post', 'department',
                                              'eyes', 'claim', 'disabled', 'future'))),
            (x.s, x.e, x.b, x.m, octet_length(x.e) + octet_length(x.b))::app.raw
           )::app.offer order by x.place)
      from rows from (json_to_recordset(events)
               as (s bigint, e text, b text, m text, p jsonb, n jsonb)) with ordinality
               as x(s, e, b, m, p, n, place),
           json_to_record(x.e::json) as y("actedAt" bigint, action text, actor text, "bodyHash" text,
               branch text, expects text, "from" text, gained text[], head json, id uuid, kind text,
               lost text[], post text, replaces text, saw uuid[], station text, stream uuid, "to" text,
               type text, version int));
end $$;

-- The same, one by one, where a whole call could not be read: the others must not suffer.
create function app.read_offers(in_town int, place app.station, events text) returns app.offer[]
language plpgsql volatile as $$
declare
    list json;
    one json;
    offers app.offer[] := '{}';
    faulty app.offer;
begin
    begin
        list := events::json;
        if json_typeof(list) <> 'array' then
            perform app.fail('form');
        end if;
    exception when data_exception or program_limit_exceeded then
        perform app.fail('form');
    end;
    begin
        offers := coalesce(app.parse_offers(in_town, place, list), '{}');
        if cardinality(offers) > 500 then
            perform app.fail('form');
        end if;
        return offers;
    exception when data_exception or program_limit_exceeded then
        null;
    end;
    if json_array_length(list) > 500 then
        perform app.fail('form');
    end if;
    for one in select value from json_array_elements(list) loop
        begin
            offers := offers || app.parse_offers(in_town, place, json_build_array(one));
        exception when data_exception or program_limit_exceeded then
            faulty := null;
            faulty.raw := (0, app.plain_text(one -> 'e'), app.plain_text(one -> 'b'), '', 0)::app.raw;
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
exception when data_exception or program_limit_exceeded then
    return value::text;
end $$;
