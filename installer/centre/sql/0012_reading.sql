-- What goes down: the feed, whole streams, the first filling, the search.
set local role onehall_owner;

-- The entries of some scopes behind their cursors, and up to where they are complete. Positions are
-- never cut in two: what does not fit any more waits for the next call.
create function api.pull(station text, after text, lim int)
returns table (pos bigint, kind smallint, stream uuid, stream_kind smallint, scope text, chain bytea,
               envelope text, body text, mac bytea)
language plpgsql volatile rows 1000 security definer set search_path = app, pg_temp
set work_mem = '32MB' set jit = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    in_town int := app.my_town();
    mine text[] := app.my_scopes(station);
    head app.town;
    upto bigint;
    scopes text[];
    froms bigint[];
    star bigint;
begin
    select * into head from app.town t where t.town = in_town;
    begin
        select array_agg(a.key), array_agg(a.value::bigint) into scopes, froms
          from jsonb_each_text(after::jsonb) a where a.key <> '*';
        -- moving a cursor without data would lose what passes until the right comes back
        if exists (select from jsonb_object_keys(after::jsonb) k where k <> all (mine)) then
            perform app.fail('scope');
        end if;
        star := (after::jsonb ->> '*')::bigint;
    exception when data_exception then
        perform app.fail('form');
    end;
    lim := greatest(least(lim, 20000), 2 * coalesce(array_length(scopes, 1), 0) + 20);
    select x.pos - 1 into upto from (
        select f.pos from unnest(scopes, froms) a(scope, cursor_pos) cross join lateral (
            select f.pos from app.feed f
             where f.town = in_town and f.scope = a.scope and f.pos > a.cursor_pos and f.pos <= head.pos
             order by f.pos limit lim + 1) f
        union all
        (select e.pos from app.event e
          where star is not null and e.town = in_town and e.pos > star and e.pos <= head.pos
          order by e.pos limit lim + 1)
    ) x order by x.pos offset lim limit 1;
    upto := coalesce(upto, head.pos);
    -- put in order while narrow; the nested look-ups keep it
    return query
    select x.pos, x.kind, x.stream, coalesce(e.kind, s.kind), x.scope, e.chain,
           coalesce(e.envelope, encode(r.sha, 'hex')), e.body, e.mac
      from (select y.* from (
            select f.pos, f.kind, f.stream, f.scope
              from unnest(scopes, froms) a(scope, cursor_pos)
              join app.feed f on f.town = in_town and f.scope = a.scope and f.pos > a.cursor_pos
                             and f.pos <= upto
             where f.kind in (2, 3) or cardinality(scopes) = 1
            union all
            select f.pos, f.kind, f.stream, min(f.scope)
              from unnest(scopes, froms) a(scope, cursor_pos)
              join app.feed f on f.town = in_town and f.scope = a.scope and f.pos > a.cursor_pos
                             and f.pos <= upto
             where f.kind in (1, 4) and cardinality(scopes) > 1
             group by f.pos, f.kind, f.stream
            union all
            select e.pos, 1::smallint, e.stream, '*' from app.event e
             where star is not null and e.town = in_town and e.pos > star and e.pos <= upto
               and e.kind <> 7
            union all
            select y.pos, 4::smallint, sp.stream, '*' from app.ready y
              join app.stream_page sp on sp.town = y.town and sp.sha = y.sha
             where star is not null and y.town = in_town and y.pos > star and y.pos <= upto) y
             order by y.pos, case y.kind when 2 then 0 else y.kind end offset 0) x
      left join app.event e on x.kind = 1 and e.town = in_town and e.pos = x.pos
      left join app.stream s on x.kind <> 1 and s.town = in_town and s.stream = x.stream
      left join app.ready r on x.kind = 4 and r.town = in_town and r.pos = x.pos;
    return query select upto, 9::smallint, null::uuid, null::smallint, null::text,
                        app.town_chain_at(in_town, upto), null::text, null::text, null::bytea;
end $$;

create function app.town_chain_at(in_town int, at_pos bigint) returns bytea
language sql stable set search_path = app, pg_temp as $$
    select coalesce((select town_chain from app.event where town = in_town and pos = at_pos),
                    (select town_chain from app.ready where town = in_town and pos = at_pos),
                    case when at_pos = 0 then ''::bytea end)
$$;

-- A whole stream with its real positions, for somebody who has a right on it.
create function api.history(stream uuid)
returns table (pos bigint, kind smallint, stream_id uuid, stream_kind smallint, scope text, chain bytea,
               envelope text, body text, mac bytea)
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    person app.staff := app.me();
    mine text[] := app.person_scopes(person) || array['hall'];
    head app.town;
begin
    select * into head from app.town t where t.town = person.town;
    if not exists (select from app.stream s where s.town = person.town and s.stream = history.stream
                      and app.may_read(s.kind, s.scopes, mine)) then
        perform app.fail('notHere');
    end if;
    return query select e.pos, 1::smallint, e.stream, e.kind, null::text, e.chain, e.envelope, e.body,
                        e.mac
      from app.event e
     where e.town = person.town and e.stream = history.stream and e.pos <= head.pos order by e.seq;
    return query select head.pos, 9::smallint, null::uuid, null::smallint, null::text,
                        app.town_chain_at(person.town, head.pos), null::text, null::text, null::bytea;
end $$;

-- One walk over the streams of a scope: the open ones with all their events, or the ended ones as
-- head and state. `lim` counts streams.
create function api.snapshot(station text, scope text, open boolean, after_stream uuid, lim int)
returns table (stream uuid, stream_kind smallint, is_open boolean, head text, state text, pos bigint,
               envelope text, body text, chain bytea, mac bytea)
language plpgsql volatile rows 1000 security definer set search_path = app, pg_temp
set work_mem = '32MB' set jit = off
-- A plan is kept for every cursor: without these it is one that reads the whole journal for one row.
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
    in_town int := app.my_town();
    mine text[] := app.my_scopes(station);
    chosen uuid[];
begin
    if not snapshot.scope = any(mine) then
        perform app.fail('notHere');
    end if;
    lim := greatest(1, least(lim, 5000));
    if snapshot.scope = '*' then
        chosen := array(select s.stream from app.stream s
                         where s.town = in_town and s.is_open = open and s.kind <> 7
                           and (after_stream is null or s.stream > after_stream)
                         order by s.stream limit lim);
    else
        chosen := array(select s.stream from app.scope_stream s
                         where s.town = in_town and s.scope = snapshot.scope and s.is_open = open
                           and (after_stream is null or s.stream > after_stream)
                         order by s.stream limit lim);
    end if;
    if open then
        return query
        select s.stream, s.kind, s.is_open, s.head::text, s.state, e.pos, e.envelope, e.body, e.chain,
               e.mac
          from unnest(chosen) with ordinality c(id, nth)
          join app.stream s on s.town = in_town and s.stream = c.id
          join app.event e on e.town = in_town and e.stream = c.id
         order by c.nth, e.seq;
    else
        return query
        select s.stream, s.kind, s.is_open, s.head::text, s.state, s.pos, null::text, null::text, s.chain,
               null::bytea
          from unnest(chosen) with ordinality c(id, nth)
          join app.stream s on s.town = in_town and s.stream = c.id
         order by c.nth;
    end if;
end $$;

-- Search for what is not on the own machine: heads only, and everybody's question is kept with its
-- purpose.
create function api.find(kind text, value text, purpose text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    person app.staff := app.me();
    form text := app.search_form(value);
    found_heads json;
begin
    if btrim(coalesce(purpose, '')) = '' or coalesce(form, '') = '' or length(value) > 200
       or length(purpose) > 500 then
        perform app.fail('form');
    end if;
    if find.kind = 'name' and char_length(form) < 2 then
        perform app.fail('form');
    end if;
    if (select count(*) from app.look l
         where l.town = person.town and l.at > app.now_ms() - 86400000 and l.staff = person.code) >= 2000 then
        perform app.fail('quota'); -- nobody looks up a whole town
    end if;
    select json_agg(json_build_object('stream', f.stream, 'open', f.is_open, 'state', f.state,
                                      'head', f.head) order by f.pos desc)
      into found_heads
      from (select s.* from app.stream s
             where s.town = person.town and s.kind = 1
               and case find.kind when 'number' then s.number = upper(btrim(find.value))
                             when 'idNumber' then s.id_number = form
                             when 'phone' then s.phone = btrim(find.value) end
               and find.kind <> 'name'
            union all
            select s.* from app.gram g join app.stream s on s.town = g.town and s.stream = g.stream
             where find.kind = 'name' and g.town = person.town
               and g.gram = substr(form, char_length(form) - 1, 2) and strpos(s.name, form) > 0
             order by pos desc limit 50) f;
    insert into app.look values (person.town, app.now_ms(), default, person.code, find.kind, find.value, find.purpose,
                                 coalesce(json_array_length(found_heads), 0));
    return coalesce(found_heads, '[]')::text;
end $$;

-- ---- hello -------------------------------------------------------------------------------------
-- The greatest checkpoint of a trail that is here.
create function app.common_pos(in_town int, trail jsonb) returns bigint
language sql stable set search_path = app, pg_temp as $$
    select coalesce(max(nth), 0)
      from (select (p ->> 0)::bigint as nth, p ->> 1 as link
              from jsonb_array_elements(trail) p limit 200) t
     where encode(app.town_chain_at(in_town, nth), 'hex') = link
$$;

-- Whether this disk is the one that owns the code: another installation, or one that has written less
-- than was delivered from it (an old image), is a clone.
create function app.meet_station(ask jsonb) returns text
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    place app.station;
    now_ms bigint := app.now_ms();
begin
    select * into place from app.station where town = app.my_town() and code = ask ->> 'station';
    if not found and ask ->> 'station' ~ '^[A-Z0-9]{3}$' and ask ->> 'station' <> '000' then
        -- a code that was given after the backup from which this centre was restored
        insert into app.station (town, code, login, scopes, made_at)
        select s.town, ask ->> 'station', s.login, s.scopes, now_ms
          from app.station s where s.town = app.my_town() and s.login = session_user::text
               and not s.is_closed
               and (select count(*) from app.station n where n.town = s.town and n.login = s.login) < 500
         order by s.made_at limit 1
            on conflict (town, code) do nothing
        returning * into place;
    end if;
    if place.login is distinct from session_user::text then
        return 'clone'; -- somebody else's code
    end if;
    if place.is_closed then
        return 'closed';
    end if;
    if place.install is not null and place.install <> (ask ->> 'install')::uuid
       or coalesce((ask ->> 'seq')::bigint, 0) < place.top_serial then
        return 'clone';
    end if;
    perform set_config('onehall.station', place.code, false); -- which of the login's codes delivers
    update app.station
       set install = (ask ->> 'install')::uuid, last_contact = now_ms,
           program = left(coalesce(ask ->> 'program', ''), 80),
           clock_ahead = coalesce((ask ->> 'ms')::bigint - now_ms, 0)
     where town = place.town and code = place.code;
    return 'ok';
end $$;

create function api.hello(ask text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    head app.town;
    asked jsonb;
    status text := 'ok';
    trail jsonb;
    common bigint;
    is_station boolean := session_user::text like 's\_%';
    scopes text[] := '{}';
begin
    asked := ask::jsonb;
    trail := coalesce(asked -> 'trail', '[]');
    select * into head from app.town where town = app.my_town();
    if is_station then
        status := app.meet_station(asked);
    elsif not exists (select from app.station s where s.town = head.town and not s.is_closed
                         and s.code = asked ->> 'station') then
        status := 'closed';
    end if;
    if status = 'ok' and coalesce((asked ->> 'proto')::int, 0) < head.proto_min then
        status := 'tooOld';
    end if;
    common := app.common_pos(head.town, trail);
    if status = 'ok' and jsonb_array_length(trail) > 0 and common < (trail -> 0 ->> 0)::bigint then
        status := 'fork';
    end if;
    if status not in ('closed', 'clone') then
        scopes := case when is_station then app.kept_scopes(app.my_station())
                       else app.my_scopes(asked ->> 'station') end;
    end if;
    return json_build_object('status', status, 'common', common, 'pos', head.pos,
        'chain', case when head.pos = 0 then '' else app.hex(head.chain) end, 'ms', app.now_ms(),
        'epoch', head.epoch, 'scopes', scopes, 'protoMin', head.proto_min, 'protoMax', head.proto_max,
        'versions', (select json_object_agg(t.type, t.version) from app.event_type t
                      where t.town = head.town))::text;
exception when data_exception then
    perform app.fail('form');
end $$;

grant execute on function api.hello(text), api.pull(text, text, int) to onehall_station, onehall_person;
grant execute on function api.history(uuid), api.snapshot(text, text, boolean, uuid, int),
      api.find(text, text, text) to onehall_person;
