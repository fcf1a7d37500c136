-- What a station calls.
set local role onehall_owner;

-- Inside a quota every offer is judged; above it all are told to wait, and nothing is written.
create function app.over_quota(place app.station, events text) returns boolean
language sql stable set search_path = app, pg_temp as $$
    select (place.hour = app.now_ms() / 3600000 and place.hour_events >= t.events_an_hour)
        or (place.day = app.now_ms() / 86400000 and place.day_bytes + octet_length(events) > t.bytes_a_day)
      from app.town t where t.town = place.town
$$;

create function app.told_to_wait(in_town int, events text) returns text
language sql stable set search_path = app, pg_temp as $$
    select json_build_object('answers', coalesce((select json_agg(json_build_array(3, 0, 'quota'))
                                                    from json_array_elements(events::json)), '[]'),
                             'pos', pos, 'chain', app.hex(chain), 'ms', app.now_ms(), 'clone', false)::text
      from app.town where town = in_town
$$;

-- Plans are made once a session, perhaps while the tables are still empty: by index always, and by the
-- one that gives the order asked for.
create function api.push_inside(events text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off
set enable_sort = off set jit = off as $$
declare
    place app.station;
begin
    perform app.require_call('api.push(text,text)');
    if octet_length(events) > 4194304 then -- 1 MB of events, however much of it had to be escaped
        perform app.fail('size');
    end if;
    place := app.locked(app.my_station());
    perform app.meet_database(place.town);
    if app.over_quota(place, events) then
        return app.told_to_wait(place.town, events);
    end if;
    return app.take(place.town, place, events, 'push');
end $$;

-- Invoker's rights and no settings of its own: only so may a procedure commit, which lets the
-- counter go at once and makes the call fail inside anybody's transaction.
create procedure api.push(events text, inout answer text)
language plpgsql as $$
begin
    answer := api.push_inside(events);
    commit;
end $$;

-- Claims an act that goes online only, for ten minutes (a person's session).
create function api.claim(station text, stream uuid, branch text, action text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    person app.staff := app.me();
    held app.claim;
begin
    if not exists (select from app.stream s where s.town = person.town and s.stream = claim.stream
                      and app.may_read(s.kind, s.scopes, app.my_scopes(claim.station))) then
        perform app.fail('notHere');
    end if;
    -- only what the definition wants claimed, on a branch that is open
    if not exists (select from app.stream s
                     join app.action a on a.town = s.town and a.workflow = s.workflow
                                      and a.version = s.definition and a.from_state = s.state
                    where s.town = person.town and s.stream = claim.stream and a.action = claim.action
                      and a.offline = 'online' and (claim.branch = 'main' or s.branches ? claim.branch)) then
        perform app.fail('unknown');
    end if;
    insert into app.claim as c values (person.town, claim.stream, claim.branch, left(claim.action, 40),
                                       person.code, app.now_ms() + 600000)
        on conflict on constraint claim_pkey do update
           set staff = excluded.staff, until = excluded.until
         where c.staff = excluded.staff or c.until < app.now_ms()
        returning * into held;
    if held.staff is null then
        perform app.fail('taken');
    end if;
    return json_build_object('until', held.until)::text;
end $$;

grant execute on function api.push_inside(text) to onehall_station;
grant execute on procedure api.push(text, text) to onehall_station;
grant execute on function api.claim(text, uuid, text, text) to onehall_person;
