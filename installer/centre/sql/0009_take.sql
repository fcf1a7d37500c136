-- The loop over the offers of one call, under the town's lock. A plain loop: measured faster than one
-- clever statement. What is accepted is gathered and written at the end in two statements.
set local role onehall_owner;

-- One offer: author, stream, numbers, pages. Refusals leave it as HA002 and take back what it wrote.
create function app.judged(in_town int, place text, o app.offer, a app.author, before app.stream,
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
    if o.numbers <> '[]' and not app.take_numbers(in_town, o) then
        perform app.refuse('number');
    end if;
    if o.pages <> '[]' and not app.name_pages(in_town, o) then
        perform app.refuse('form');
    end if;
    if not st.is_open and o.type = 'moved' and exists (
           select from app.stream_page sp join app.page p on p.town = sp.town and p.sha = sp.sha
            where sp.town = in_town and sp.stream = o.stream and not p.is_complete) then
        perform app.refuse('pages');
    end if;
    return st;
end $$;

-- Each word belongs to one code of the protocol.
create function app.code_of(word text) returns int
language sql immutable as $$
    select case when word in ('state', 'number', 'pages', 'closed', 'order') then 2
                when word in ('form', 'size', 'hash', 'future') then 4
                when word = 'newer' then 5
                else 3 end
$$;

create function app.answer(answers text[], head app.town, now_ms bigint, is_clone boolean) returns text
language sql immutable as $$
    select '{"answers":[' || array_to_string(answers, ',') || '],"pos":' || head.pos || ',"chain":"'
        || encode(head.chain, 'hex') || '","ms":' || now_ms || ',"clone":' || is_clone || '}'
$$;

create function app.note_delivery(place app.station, newest_serial bigint, newest_act bigint, n int,
                                  bytes bigint, now_ms bigint) returns void
language plpgsql volatile as $$
begin
    update app.station s
       set top_serial = greatest(s.top_serial, newest_serial), last_acted = newest_act,
           last_contact = now_ms, hour = now_ms / 3600000, day = now_ms / 86400000,
           hour_events = n + case when s.hour = now_ms / 3600000 then s.hour_events else 0 end,
           day_bytes = bytes + case when s.day = now_ms / 86400000 then s.day_bytes else 0 end,
           page_bytes = case when s.day = now_ms / 86400000 then s.page_bytes else 0 end
     where s.town = place.town and s.code = place.code;
end $$;

-- Another station's recovery may have brought it first: its own serial is learnt now.
create function app.learn_serial(in_town int, at_pos bigint, o app.offer) returns void
language plpgsql volatile as $$
begin
    update app.event set serial = (o.raw).serial
     where town = in_town and pos = at_pos and id = o.id and serial is null and o.station = station;
end $$;

create function app.take(in_town int, place app.station, events text, mode text) returns text
language plpgsql volatile as $$
declare
    head app.town;
    offers app.offer[];
    o app.offer;
    a app.author;
    authors app.author[] := '{}';
    signers text[] := '{}'; -- whose they are
    nth int;
    st app.stream;
    was app.stream; -- the row of st as it stands
    is_dirty boolean := false;
    word text;      -- why an offer is refused
    here bigint;    -- where it stands already
    now_ms bigint := app.now_ms();
    newest_serial bigint := 0;
    newest_act bigint := place.last_acted;
    bytes bigint := 0;
    before text[];
    gained text[];
    scope text;
    answers text[] := '{}';
    bad_streams uuid[] := '{}';
    -- one entry an offer; null where it is not taken
    first_pos bigint;
    ids uuid[] := '{}';
    places bigint[] := '{}';
    seqs int[] := '{}';
    chains bytea[] := '{}';
    town_chains bytea[] := '{}';
    lists text[] := '{}'; -- the scopes that see it
    -- one entry where there is such a thing
    redone uuid[] := '{}'; -- what offers replace, and where these stand
    redone_pos bigint[] := '{}';
    flagged bigint[] := '{}';
    crossed_scopes text[] := '{}'; -- scopes that a stream entered or left
    crossed_pos bigint[] := '{}';
    crossed_kinds int[] := '{}';
    crossed_streams uuid[] := '{}';
begin
    select * into head from app.town where town = in_town for update;
    offers := app.read_offers(in_town, place, events);
    if exists (select from unnest(offers) u where u.serial_used and u.here is null) then
        return app.answer('{}', head, now_ms, true);
    end if;
    first_pos := head.pos + 1;
    foreach o in array offers loop
        word := o.reason;
        here := o.here;
        if o.station = place.code then
            newest_serial := greatest(newest_serial, (o.raw).serial);
        end if;
        if word is null and here is null and head.pos >= first_pos then -- one of this call?
            here := coalesce(places[array_position(ids, o.id)], redone_pos[array_position(redone, o.id)]);
            if here is null and o.replaces is not null then
                here := coalesce(places[array_position(ids, o.replaces)],
                                 redone_pos[array_position(redone, o.replaces)]);
            end if;
        end if;
        if word is null and here is null and o.stream = any(bad_streams) then
            word := 'order';
        elsif word is null and here is null then
            if st.stream is distinct from o.stream then
                if is_dirty then
                    perform app.store_stream(st, was);
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
            begin
                st := app.judged(in_town, place.code, o, a, st, mode, now_ms);
            exception
                when sqlstate 'HA002' then
                    word := sqlerrm;
                when data_exception or program_limit_exceeded then -- e.g. a version that is no number
                    word := 'form';
            end;
        end if;
        if here is not null or word is not null then
            if word is null then
                answers := answers || ('[1,' || here || ',""]');
                if (o.raw).serial > 0 then
                    perform app.learn_serial(in_town, here, o);
                end if;
            else
                answers := answers || ('[' || app.code_of(word) || ',0,"'
                                       || case word when 'newer' then '' else word end || '"]');
                perform app.keep_refused(in_town, place.code, o, app.code_of(word), word);
                if o.stream is not null then
                    bad_streams := bad_streams || o.stream;
                end if;
            end if;
            ids := ids || null::uuid;
            places := places || null::bigint;
            seqs := seqs || null::int;
            chains := chains || null::bytea;
            town_chains := town_chains || null::bytea;
            lists := array_append(lists, null);
            continue;
        end if;
        -- accepted: the next position, both chains, the feed
        head.pos := head.pos + 1;
        head.chain := sha256(head.chain || o.hash);
        st.seq := coalesce(st.seq, 0) + 1;
        st.pos := head.pos;
        st.chain := sha256(coalesce(st.chain, '\x0000000000000000000000000000000000000000000000000000000000000000')
                           || o.hash);
        if o.head <> '{}' or st.seq = 1 then
            st := app.with_head(st, o.head);
        end if;
        if o.gained <> '{}' or o.lost <> '{}' then
            before := st.scopes;
            st.scopes := array(select distinct s from unnest(before || o.gained) s where s <> all (o.lost));
            gained := array(select s from unnest(st.scopes) s where s <> all (before));
            foreach scope in array (case when st.seq = 1 then '{}' else gained end)
                     || array(select s from unnest(before) s where s <> all (st.scopes)) loop
                crossed_scopes := crossed_scopes || scope;
                crossed_pos := crossed_pos || head.pos;
                crossed_kinds := crossed_kinds || case when scope = any(before) then 3 else 2 end;
                crossed_streams := crossed_streams || o.stream;
            end loop;
        end if;
        if o.replaces is not null then
            redone := redone || o.replaces;
            redone_pos := redone_pos || head.pos;
        end if;
        if o.station = place.code then
            if o.acted_at < newest_act - 86400000 then
                flagged := flagged || head.pos;
            end if;
            newest_act := o.acted_at;
        end if;
        is_dirty := true;
        ids := ids || o.id;
        places := places || head.pos;
        seqs := seqs || st.seq;
        chains := chains || st.chain;
        town_chains := town_chains || head.chain;
        lists := lists || array_to_string(case when st.seq = 1 or o.gained = '{}' then st.scopes
            else array(select s from unnest(st.scopes) s where s <> all (gained)) end, ',');
        bytes := bytes + (o.raw).bytes;
        answers := answers || ('[0,' || head.pos || ',""]');
    end loop;
    if is_dirty then
        perform app.store_stream(st, was);
    end if;
    if head.pos >= first_pos then
        insert into app.event (town, pos, serial, acted_at, server_at, id, stream, replaces, seq, kind,
                               is_flagged, type, station, mac, chain, town_chain, envelope, body)
        select in_town, x.pos, nullif(case when mode = 'tool' then 0 else (x.raw).serial end, 0), x.acted_at,
               now_ms, x.id, x.stream, x.replaces, x.seq, x.kind, x.pos = any(flagged), x.type,
               coalesce(nullif(x.station, ''), place.code), decode((x.raw).mac, 'hex'), x.chain, x.town_chain, (x.raw).envelope,
               (x.raw).body
          from rows from (unnest(offers), unnest(places), unnest(seqs), unnest(chains), unnest(town_chains))
               as x(id, kind, stream, type, version, branch, action, from_state, to_state, expects, actor,
                    post, station, acted_at, gained, lost, replaces, head, pages, numbers, hash, reason,
                    here, serial_used, raw, pos, seq, chain, town_chain)
         where x.pos is not null;
        insert into app.feed
        select in_town, seer, x.pos, 1, x.stream
          from rows from (unnest(offers), unnest(places), unnest(lists))
               as x(id, kind, stream, type, version, branch, action, from_state, to_state, expects, actor,
                    post, station, acted_at, gained, lost, replaces, head, pages, numbers, hash, reason,
                    here, serial_used, raw, pos, scopes),
               unnest(string_to_array(x.scopes, ',')) seer
         where x.pos is not null
        union all
        select in_town, c.* from unnest(crossed_scopes, crossed_pos, crossed_kinds, crossed_streams) c;
        update app.town set pos = head.pos, chain = head.chain where town = in_town;
    end if;
    perform app.note_delivery(place, newest_serial, newest_act, (head.pos - first_pos + 1)::int, bytes,
                              now_ms);
    return app.answer(answers, head, now_ms, false);
end $$;
