-- The loop over the offers of one call, under the town's lock. A plain loop: measured faster than one
-- clever statement. What is accepted is gathered and written at the end in two statements.
set local role onehall_owner;

create function app.judged_offer(in_town int, place app.station, o app.offer, a app.author,
                                 before app.stream, is_new boolean, mode text, now_ms bigint)
returns app.judgement
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    fault text;
    j app.judgement;
begin
    fault := case when mode <> 'tool' then app.author_fault(a, o, now_ms) end;
    if fault is not null then
        return app.refusal(before, case fault when 'future' then 4 else 3 end, fault);
    end if;
    if o.kind = 7 or mode <> 'push' then
        if mode = 'push' or o.kind <> 7 or o.to_state <> '' or o.head <> '{}' then
            return app.refusal(before, 3, 'post');
        end if;
        return (case when is_new then app.plain_stream(o, array['hall']) else before end,
                null, null)::app.judgement;
    end if;
    j := app.judge(before, o, is_new);
    if j.code is not null then
        return j;
    end if;
    -- these write before they know: a fault takes back what was written
    if o.numbers <> '[]' and not app.take_numbers(in_town, o) then
        raise exception using errcode = 'HA002', message = 'number';
    end if;
    if o.pages <> '[]' and not app.name_pages(in_town, o) then
        raise exception using errcode = 'HA003', message = 'form';
    end if;
    if not (j.st).is_open and o.kind = 1 and o.type = 'moved' and exists (
           select from app.stream_page sp join app.page p on p.town = sp.town and p.sha = sp.sha
            where sp.town = in_town and sp.stream = o.stream and not p.is_complete) then
        raise exception using errcode = 'HA002', message = 'pages';
    end if;
    return j;
end $$;

create function app.take(in_town int, place app.station, events text, mode text) returns text
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    head app.town;
    offers app.offer[];
    o app.offer;
    a app.author;
    j app.judgement;
    st app.stream;
    was app.stream; -- its row as it stands
    is_dirty boolean := false;
    code smallint;
    reason text;
    found_pos bigint;
    now_ms bigint := app.now_ms();
    newest_serial bigint := 0;
    bytes bigint := 0;
    newest_act bigint;
    gained text[];
    scope text;
    answers text[] := '{}';
    bad_streams uuid[] := '{}';
    -- what is accepted
    n int := 0;
    first_pos bigint;
    ids uuid[] := '{}';
    redone uuid[] := '{}'; -- what each of them replaces
    taken app.offer[] := '{}';
    seqs int[] := '{}';
    flags boolean[] := '{}';
    chains bytea[] := '{}';
    town_chains bytea[] := '{}';
    feed_scopes text[] := '{}';
    feed_pos bigint[] := '{}';
    feed_kinds smallint[] := '{}';
    feed_streams uuid[] := '{}';
begin
    select * into head from app.town where town = in_town for update;
    offers := app.read_offers(in_town, place, events);
    if exists (select from unnest(offers) u where u.serial_used and u.here is null) then
        return '{"answers":[],"pos":' || head.pos || ',"chain":"' || app.hex(head.chain)
            || '","ms":' || now_ms || ',"clone":true}';
    end if;
    first_pos := head.pos + 1;
    newest_act := place.last_acted;
    foreach o in array offers loop
        code := null;
        found_pos := o.here;
        newest_serial := greatest(newest_serial, o.serial);
        if o.code is not null then
            code := o.code;
            reason := case when o.code = 5 then '' else o.reason end;
        elsif found_pos is null and n > 0 and o.id = any(ids) then
            found_pos := first_pos - 1 + array_position(ids, o.id);
        end if;
        if code is null and found_pos is null and o.replaces is not null then
            found_pos := first_pos - 1 + coalesce(array_position(ids, o.replaces),
                                                  array_position(redone, o.replaces));
        end if;
        if code is null and found_pos is null then
            if bad_streams @> array[o.stream] then
                code := 2;
                reason := 'order';
            else
                if st.stream is distinct from o.stream then
                    if is_dirty then
                        perform app.store_stream(st, was);
                    end if;
                    select * into st from app.stream s where s.town = in_town and s.stream = o.stream;
                    was := st;
                    is_dirty := false;
                end if;
                if a.staff is distinct from o.actor or a.station is distinct from o.station then
                    a := app.author_of(in_town, place.code, o);
                end if;
                begin
                    j := app.judged_offer(in_town, place, o, a, st, st.stream is null, mode, now_ms);
                exception
                    when sqlstate 'HA002' then
                        j := app.refusal(st, 2, sqlerrm);
                    when data_exception or sqlstate 'HA003' then -- e.g. a version that is no number
                        j := app.refusal(st, 4, 'form');
                end;
                code := j.code;
                reason := j.reason;
            end if;
            if code is null then
                -- accepted: the next position, both chains, the feed
                n := n + 1;
                head.pos := head.pos + 1;
                head.chain := sha256(head.chain || o.hash);
                gained := array(select g from unnest(o.gained) g where g <> all ((j.st).scopes));
                st := j.st;
                st.seq := coalesce(st.seq, 0) + 1;
                st.pos := head.pos;
                st.chain := sha256(coalesce(st.chain, decode(repeat('00', 32), 'hex')) || o.hash);
                if o.head <> '{}' or st.head is null then
                    st := app.index_head(st, o.head, st.seq = 1);
                end if;
                st.scopes := st.scopes || gained;
                if o.lost <> '{}' then
                    st.scopes := array(select s from unnest(st.scopes) s where s <> all (o.lost));
                    foreach scope in array o.lost loop
                        feed_scopes := feed_scopes || scope;
                        feed_pos := feed_pos || head.pos;
                        feed_kinds := feed_kinds || 3::smallint;
                        feed_streams := feed_streams || o.stream;
                    end loop;
                end if;
                foreach scope in array st.scopes loop
                    if st.seq > 1 and scope = any(gained) then
                        feed_scopes := feed_scopes || scope;
                        feed_pos := feed_pos || head.pos;
                        feed_kinds := feed_kinds || 2::smallint;
                        feed_streams := feed_streams || o.stream;
                    end if;
                    feed_scopes := feed_scopes || scope;
                    feed_pos := feed_pos || head.pos;
                    feed_kinds := feed_kinds || 1::smallint;
                    feed_streams := feed_streams || o.stream;
                end loop;
                is_dirty := true;
                ids := ids || o.id;
                redone := redone || o.replaces;
                taken := taken || o;
                seqs := seqs || st.seq;
                flags := flags || (o.station = place.code and o.acted_at < newest_act - 86400000);
                chains := chains || st.chain;
                town_chains := town_chains || head.chain;
                bytes := bytes + octet_length(o.envelope) + octet_length(o.body);
                if o.station = place.code then
                    newest_act := o.acted_at;
                end if;
            end if;
        end if;
        if code is not null then
            answers := answers || ('[' || code || ',0,"' || reason || '"]');
            perform app.keep_refused(in_town, place.code, o, code, reason);
            if o.stream is not null then
                bad_streams := bad_streams || o.stream;
            end if;
        elsif found_pos is not null then
            answers := answers || ('[1,' || found_pos || ',""]');
        else
            answers := answers || ('[0,' || head.pos || ',""]');
        end if;
    end loop;
    if is_dirty then
        perform app.store_stream(st, was);
    end if;
    if n > 0 then
        insert into app.event (town, pos, serial, acted_at, server_at, id, stream, replaces, seq, kind,
                               is_flagged, type, station, mac, chain, town_chain, envelope, body)
        select in_town, first_pos + t.nth - 1,
               case when mode = 'tool' then first_pos + t.nth - 1 else t.serial end, t.acted_at, now_ms, t.id, t.stream, t.replaces,
               s.seq, t.kind, s.flag, t.type, place.code, decode(t.mac, 'hex'), s.chain, s.town_chain,
               t.envelope, t.body
          from unnest(taken) with ordinality as t(serial, envelope, body, mac, pages, numbers, id, kind,
                   stream, type, version, branch, action, from_state, to_state, expects, actor, post,
                   station, acted_at, gained, lost, replaces, head, hash, code, reason, here,
                   serial_used, nth)
          join unnest(seqs, flags, chains, town_chains) with ordinality
               as s(seq, flag, chain, town_chain, nth) using (nth)
         order by nth;
        insert into app.feed select in_town, f.* from unnest(feed_scopes, feed_pos, feed_kinds, feed_streams) f;
        update app.town set pos = head.pos, chain = head.chain where town = in_town;
    end if;
    update app.station s
       set top_serial = greatest(s.top_serial, newest_serial), last_acted = newest_act,
           last_contact = now_ms,
           hour = now_ms / 3600000, day = now_ms / 86400000,
           hour_events = n + case when s.hour = now_ms / 3600000 then s.hour_events else 0 end,
           day_bytes = bytes + case when s.day = now_ms / 86400000 then s.day_bytes else 0 end,
           page_bytes = case when s.day = now_ms / 86400000 then s.page_bytes else 0 end
     where s.town = in_town and s.code = place.code;
    return '{"answers":[' || array_to_string(answers, ',') || '],"pos":' || head.pos || ',"chain":"'
        || app.hex(head.chain) || '","ms":' || now_ms || ',"clone":false}';
end $$;
