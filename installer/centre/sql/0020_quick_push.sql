-- push for less. The rule is as before (0008 and 0009, which still judge every call in which something is
-- refused, repeated or redone); a call whose offers are all taken is judged without a way back for each
-- of them, and what it makes is written for all of them at once.
set local role onehall_owner;

-- In plpgsql, whose plans a session keeps, as person_scopes has been since 0018.
create or replace function app.post_scopes(in_town int, post text) returns text[]
language plpgsql stable set search_path = app, pg_temp as $$
declare
    dept text := split_part(post, '/', 1);
    role text := split_part(post, '/', 2);
    found_scopes text[] := array[case when dept = '' then role else dept end];
begin
    if dept = '' and role in ('clerk', 'cashier', 'manager', 'town_leader') then
        found_scopes := found_scopes || '*'::text;
    end if;
    if dept <> '' and role = 'clerk' then
        found_scopes := found_scopes || array(
            select distinct d from app.hall_window w, unnest(w.depts) d
             where w.town = in_town and w.depts @> array[dept]);
    end if;
    if role = 'cashier' then
        found_scopes := found_scopes || array['till', 'cashier'];
    end if;
    return found_scopes;
end $$;

-- As in 0005, but the head too is written anew from the fields that are known: one that is not gives
-- another text, and only then is looked for it. Nothing here is a function in SQL that would be started for
-- each event.
create or replace function app.parse_offers(in_town int, place app.station, events json) returns app.offer[]
language plpgsql volatile as $$
declare
    known jsonb := (select jsonb_object_agg(app.kind_word(t.kind) || '/' || t.type, t.version)
                      from app.event_type t where t.town = in_town);
    has_redone boolean := exists (select from app.event where town = in_town and replaces is not null);
begin
    return (select array_agg((y.id, array_position(array['case', 'applicant', 'till', 'stock', 'seal', 'post',
                                                         'hall'], y.kind)::smallint,
            y.stream, y.type, y.version, y.branch, y.action,
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
                      || '","from":' || to_json(y."from") || ',"gained":'
                      || case when y.gained = '{}' then '[]'
                              else '["' || array_to_string(y.gained, '","') || '"]' end
                      || ',"head":{' || coalesce(z.fields, '')
                      || '},"id":"' || y.id || '","kind":' || to_json(y.kind) || ',"lost":'
                      || case when y.lost = '{}' then '[]'
                              else '["' || array_to_string(y.lost, '","') || '"]' end
                      || ',"post":' || to_json(y.post)
                      || ',"replaces":"' || coalesce(nullif(y.replaces, '')::uuid::text, '')
                      || '","saw":' || case when y.saw = '{}' then '[]'
                                            else '["' || array_to_string(y.saw, '","') || '"]' end
                      || ',"station":' || to_json(y.station)
                      || ',"stream":"' || y.stream || '","to":' || to_json(y."to")
                      || ',"type":' || to_json(y.type) || ',"version":' || y.version || '}'
                 then case when app.is_newer(x.e) then 'newer' else 'form' end
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
               as x(s, e, b, m, p, n, place)
     cross join lateral
           json_to_record(x.e::json) as y("actedAt" bigint, action text, actor text, "bodyHash" text,
               branch text, expects text, "from" text, gained text[], head json, id uuid, kind text,
               lost text[], post text, replaces text, saw uuid[], station text, stream uuid, "to" text,
               type text, version int)
      left join lateral (
           -- keys in order, texts and whole numbers, the comma of the first one taken off
           select substr(coalesce(',"applicant":' || to_json(h.applicant), '')
                      || coalesce(',"definition":' || h.definition, '')
                      || coalesce(',"dept":' || to_json(h.dept), '')
                      || coalesce(',"idNumber":' || to_json(h."idNumber"), '')
                      || coalesce(',"item":' || to_json(h.item), '')
                      || coalesce(',"itemVersion":' || h."itemVersion", '')
                      || coalesce(',"name":' || to_json(h.name), '')
                      || coalesce(',"number":' || to_json(h.number), '')
                      || coalesce(',"phone":' || to_json(h.phone), '')
                      || coalesce(',"workflow":' || to_json(h.workflow), ''), 2) as fields
             from json_to_record(y.head) as h(applicant text, definition int, dept text, "idNumber" text,
                  item text, "itemVersion" int, name text, number text, phone text, workflow text)
           ) z on y.head::text <> '{}');
end $$;

-- As in 0009; an offer without pages or numbers asks nothing about them.
create or replace function app.judged(in_town int, place text, o app.offer, a app.author, before app.stream,
                                      mode text, now_ms bigint) returns app.stream
language plpgsql volatile as $$
declare
    st app.stream;
    fault text;
begin
    if mode <> 'tool' then
        fault := case
            when a.station_closed is null or a.station_closed then 'station'
            when a.outer_pad is null
              or encode(sha256(a.outer_pad || sha256(a.inner_pad || o.hash)), 'hex')
                 is distinct from (o.raw).mac then 'mac'
            when o.actor <> '' and (a.posts is null or a.is_disabled) then 'disabled'
            when o.acted_at > now_ms + 300000 then 'future'
            when o.actor <> '' and o.post <> all (a.posts) then 'post' end;
        if fault is not null then
            perform app.refuse(fault);
        end if;
    end if;
    if mode <> 'push' or o.kind = 7 then -- the hall's own stream comes through publish only
        if mode = 'push' or o.kind <> 7 then
            perform app.refuse('post');
        elsif o.to_state <> '' or o.head <> '{}' or o.gained <> '{}' or o.lost <> '{}' then
            perform app.refuse('form');
        end if;
        return case when before.stream is null then app.new_stream(in_town, o, array['hall'])
                    else before end;
    end if;
    st := app.judge(in_town, before, o);
    if o.numbers is not null and o.numbers <> '[]' and not app.take_numbers(in_town, o) then
        perform app.refuse('number');
    end if;
    if o.pages is not null and o.pages <> '[]' and not app.name_pages(in_town, o) then
        perform app.refuse('form');
    end if;
    if not st.is_open and o.type = 'moved' and exists (
           select from app.stream_page sp join app.page p on p.town = sp.town and p.sha = sp.sha
            where sp.town = in_town and sp.stream = o.stream and not p.is_complete) then
        perform app.refuse('pages');
    end if;
    return st;
end $$;

-- What search finds a new case by; its pairs of characters are written with it (store_fresh).
create function app.found_by(st app.stream, head jsonb) returns app.stream
language plpgsql stable as $$
begin
    if head ? 'name' then
        st.name := left(app.search_form(head ->> 'name'), 200);
    end if;
    if head ? 'idNumber' then
        st.id_number := left(upper(head ->> 'idNumber'), 60);
    end if;
    if head ? 'phone' then
        st.phone := left(head ->> 'phone', 60);
    end if;
    st.head := coalesce(st.head, '{}') || head;
    return st;
end $$;

create function app.store_fresh(fresh app.stream[]) returns void
language plpgsql volatile as $$
begin
    insert into app.stream select * from unnest(fresh);
    insert into app.scope_stream
    select f.town, s, f.is_open, f.stream from unnest(fresh) f, unnest(f.scopes) s;
    insert into app.gram
    select distinct f.town, substr(f.name, n, 2), f.stream
      from unnest(fresh) f, generate_series(1, char_length(f.name) - 1) n;
end $$;

-- A call of which every offer is new and well formed. Leaves by HA002 or a data exception when one of
-- them is not to be taken: the caller then has everything judged one by one.
create function app.take_plain(in_town int, place app.station, offers app.offer[], head app.town,
                               now_ms bigint) returns text
language plpgsql volatile as $$
declare
    o app.offer;
    a app.author;
    authors app.author[] := '{}';
    signers text[] := '{}'; -- whose they are
    nth int;
    st app.stream;
    was app.stream; -- the row of st as it stands
    is_dirty boolean := false;
    fresh app.stream[] := '{}'; -- made by this call, not written yet
    fresh_ids uuid[] := '{}';
    fresh_numbers text[] := '{}';
    first_pos bigint := head.pos + 1;
    at_pos bigint := head.pos;
    town_chain bytea := head.chain;
    newest_serial bigint := 0;
    newest_act bigint := place.last_acted;
    bytes bigint := 0;
    before text[];
    gained text[];
    scope text;
    seqs int[] := '{}';
    chains bytea[] := '{}';
    town_chains bytea[] := '{}';
    lists text[] := '{}'; -- the scopes that see it
    flagged bigint[] := '{}';
    crossed_scopes text[] := '{}'; -- scopes that a stream entered or left
    crossed_pos bigint[] := '{}';
    crossed_kinds int[] := '{}';
    crossed_streams uuid[] := '{}';
begin
    foreach o in array offers loop
        if st.stream is distinct from o.stream then
            if is_dirty and was.stream is null then
                fresh := fresh || st;
                fresh_ids := fresh_ids || st.stream;
                fresh_numbers := fresh_numbers || st.number;
            elsif is_dirty then
                perform app.store_stream(st, was);
            end if;
            -- one that is waiting to be written, or a number of such a one, is looked up below
            if o.stream = any(fresh_ids)
               or o.type = 'registered' and o.head ->> 'number' = any(fresh_numbers) then
                perform app.store_fresh(fresh);
                fresh := '{}';
                fresh_ids := '{}';
                fresh_numbers := '{}';
            end if;
            select * into st from app.stream s where s.town = in_town and s.stream = o.stream;
            was := st;
            is_dirty := false;
        end if;
        if a.staff is distinct from o.actor or a.station is distinct from o.station then
            nth := array_position(signers, o.actor || '@' || o.station);
            a := authors[nth];
            if nth is null then
                a := app.author_of(in_town, place.code, o);
                authors := authors || a;
                signers := signers || (o.actor || '@' || o.station);
            end if;
        end if;
        st := app.judged(in_town, place.code, o, a, st, 'push', now_ms);
        -- accepted: the next position, both chains, the feed
        at_pos := at_pos + 1;
        town_chain := sha256(town_chain || o.hash);
        st.seq := coalesce(st.seq, 0) + 1;
        st.pos := at_pos;
        st.chain := sha256(coalesce(st.chain, '\x0000000000000000000000000000000000000000000000000000000000000000')
                           || o.hash);
        if was.stream is null then
            if o.head <> '{}' or st.seq = 1 then
                st := app.found_by(st, o.head);
            end if;
        elsif o.head <> '{}' then
            st := app.with_head(st, o.head);
        end if;
        if o.gained <> '{}' or o.lost <> '{}' then
            before := st.scopes;
            st.scopes := array(select distinct s from unnest(before || o.gained) s where s <> all (o.lost));
            gained := array(select s from unnest(st.scopes) s where s <> all (before));
            foreach scope in array (case when st.seq = 1 then '{}' else gained end)
                     || array(select s from unnest(before) s where s <> all (st.scopes)) loop
                crossed_scopes := crossed_scopes || scope;
                crossed_pos := crossed_pos || at_pos;
                crossed_kinds := crossed_kinds || case when scope = any(before) then 3 else 2 end;
                crossed_streams := crossed_streams || o.stream;
            end loop;
        end if;
        if o.station = place.code then
            newest_serial := greatest(newest_serial, (o.raw).serial);
            if o.acted_at < newest_act - 86400000 then
                flagged := flagged || at_pos;
            end if;
            newest_act := o.acted_at;
        end if;
        is_dirty := true;
        seqs := seqs || st.seq;
        chains := chains || st.chain;
        town_chains := town_chains || town_chain;
        lists := lists || array_to_string(case when st.seq = 1 or o.gained = '{}' then st.scopes
            else array(select s from unnest(st.scopes) s where s <> all (gained)) end, ',');
        bytes := bytes + (o.raw).bytes;
    end loop;
    if is_dirty and was.stream is null then
        fresh := fresh || st;
    elsif is_dirty then
        perform app.store_stream(st, was);
    end if;
    if cardinality(fresh) > 0 then
        perform app.store_fresh(fresh);
    end if;
    with written as (
        insert into app.event (town, pos, serial, acted_at, server_at, id, stream, replaces, seq, kind,
                               is_flagged, type, station, mac, chain, town_chain, envelope, body)
        select in_town, head.pos + x.place, nullif((x.raw).serial, 0), x.acted_at,
               now_ms, x.id, x.stream, x.replaces, x.seq, x.kind, head.pos + x.place = any(flagged), x.type,
               coalesce(nullif(x.station, ''), place.code), decode((x.raw).mac, 'hex'), x.chain, x.town_chain,
               (x.raw).envelope, (x.raw).body
          from rows from (unnest(offers), unnest(seqs), unnest(chains), unnest(town_chains)) with ordinality
               as x(id, kind, stream, type, version, branch, action, from_state, to_state, expects, actor,
                    post, station, acted_at, gained, lost, replaces, head, pages, numbers, hash, reason,
                    here, serial_used, raw, seq, chain, town_chain, place)
        returning pos, stream)
    insert into app.feed
    select in_town, seer, w.pos, 1, w.stream
      from written w, unnest(string_to_array(lists[w.pos - first_pos + 1], ',')) seer
    union all
    select in_town, c.* from unnest(crossed_scopes, crossed_pos, crossed_kinds, crossed_streams) c;
    update app.town set pos = at_pos, chain = town_chain where town = in_town;
    head.pos := at_pos;
    head.chain := town_chain;
    perform app.note_delivery(place, newest_serial, newest_act, cardinality(offers), bytes, now_ms);
    return app.answer(array(select '[0,' || p || ',""]' from generate_series(first_pos, at_pos) p),
                      head, now_ms, false);
end $$;

alter function app.take(int, app.station, text, text) rename to take_each;

create function app.take(in_town int, place app.station, events text, mode text) returns text
language plpgsql volatile as $$
declare
    head app.town;
    offers app.offer[];
    is_plain boolean;
begin
    if mode = 'push' then
        select * into head from app.town where town = in_town for update;
        offers := app.read_offers(in_town, place, events);
        select bool_and(u.reason is null and u.here is null and u.replaces is null
                        and u.serial_used is not true) and count(distinct u.id) = count(*)
          into is_plain from unnest(offers) u;
        if is_plain then
            begin
                return app.take_plain(in_town, place, offers, head, app.now_ms());
            exception
                when sqlstate 'HA002' or data_exception or program_limit_exceeded then
                    null; -- one by one, so that only what must be refused is
            end;
        end if;
    end if;
    return app.take_each(in_town, place, events, mode);
end $$;

-- A hint need not be on the disk: it says nothing, and any may be lost.
create or replace procedure api.push(events text, inout answer text)
language plpgsql as $$
begin
    answer := api.push_inside(events);
    commit;
    if position('[0,' in answer) > 0 then -- something was accepted
        perform pg_catalog.set_config('synchronous_commit', 'off', true);
        perform pg_catalog.pg_notify('onehall', '');
    end if;
end $$;
