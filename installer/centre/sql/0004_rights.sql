-- Who is asking, what he may see, and the guard of what locks.
set local role onehall_owner;

-- Helpers of the inner schema carry no search_path of their own where push calls them for every event:
-- only definer functions reach them, and these set it.

create function app.fail(word text) returns void
language plpgsql set search_path = app, pg_temp as $$
begin
    raise exception using errcode = 'HA001', message = word;
end $$;

-- A refused event: its word leaves the judgement at once, and what it wrote is taken back (HA002).
create function app.refuse(word text) returns void
language plpgsql as $$
begin
    raise exception using errcode = 'HA002', message = word;
end $$;

create function app.now_ms() returns bigint
language sql volatile set search_path = app, pg_temp as
$$ select (extract(epoch from clock_timestamp()) * 1000)::bigint $$;

create function app.hex(bytes bytea) returns text
language sql immutable set search_path = app, pg_temp as $$ select encode(bytes, 'hex') $$;

-- The town stands in the login's name; a superuser works on the only town.
create function app.my_town() returns int
language plpgsql stable set search_path = app, pg_temp as $$
declare
    found_town int;
begin
    if session_user ~ '^[spa]_[0-9]{9}_' then
        return substr(session_user, 3, 9)::int;
    end if;
    if (select rolsuper from pg_roles where rolname = session_user) then
        select town into found_town from app.town;
        return found_town;
    end if;
    perform app.fail('who');
end $$;

create function app.role_name(kind text, town int, code text) returns text
language sql immutable set search_path = app, pg_temp as
$$ select kind || '_' || lpad(town::text, 9, '0') || '_' || lower(code) $$;

create function app.post_role(post text) returns text
language sql immutable as $$ select split_part(post, '/', 2) $$;
create function app.post_dept(post text) returns text
language sql immutable as $$ select split_part(post, '/', 1) $$;

-- The person of this session: an open account of the published staff.
create function app.me() returns app.staff
language plpgsql stable set search_path = app, pg_temp as $$
declare
    person app.staff;
begin
    select * into person from app.staff
     where town = app.my_town() and app.role_name('p', town, code) = session_user::text;
    if not found then perform app.fail('who'); end if;
    if person.is_disabled then perform app.fail('disabled'); end if;
    return person;
end $$;

-- The station of this session. A login may own several codes (after a clone): hello says which.
create function app.my_station() returns app.station
language plpgsql stable set search_path = app, pg_temp as $$
declare
    found_station app.station;
begin
    select * into found_station from app.station
     where town = app.my_town() and login = session_user::text
     order by code = coalesce(current_setting('onehall.station', true), '') desc, made_at desc, code
     limit 1;
    if not found then perform app.fail('who'); end if;
    if found_station.is_closed then perform app.fail('station'); end if;
    return found_station;
end $$;

-- The station's own row before the town's: a session of the same login that keeps it locked (hello in a
-- transaction) holds up its own deliveries only. Whatever push writes under the town's lock may be
-- locked by nothing that a function outside of a procedure does.
create function app.locked(place app.station) returns app.station
language plpgsql volatile set search_path = app, pg_temp as $$
begin
    select * into place from app.station s where s.town = place.town and s.code = place.code for update;
    return place;
end $$;

-- Departments that a post sees: its own, and those of the windows that serve it (a general window).
create function app.window_depts(in_town int, dept text) returns text[]
language sql stable set search_path = app, pg_temp as $$
    select coalesce(array_agg(distinct d), '{}')
      from app.hall_window w, unnest(w.depts) d
     where w.town = in_town and w.depts @> array[dept]
$$;

create function app.post_scopes(in_town int, post text) returns text[]
language sql stable set search_path = app, pg_temp as $$
    select case when app.post_dept(post) <> '' then array[app.post_dept(post)]
                else array[app.post_role(post)]
                     || case when app.post_role(post) in ('clerk', 'cashier', 'manager', 'town_leader')
                             then array['*'] else '{}' end end
        || case when app.post_role(post) = 'clerk' and app.post_dept(post) <> ''
                then app.window_depts(in_town, app.post_dept(post)) else '{}' end
        || case when app.post_role(post) = 'cashier' then array['till', 'cashier'] else '{}' end
$$;

create function app.person_scopes(person app.staff) returns text[]
language sql stable set search_path = app, pg_temp as $$
    select coalesce(array_agg(distinct s), '{}')
      from unnest(person.posts) p, unnest(app.post_scopes(person.town, p)) s
$$;

-- '*' stands for all but the hall's own stream.
create function app.cut(mine text[], theirs text[]) returns text[]
language sql immutable set search_path = app, pg_temp as $$
    select case when '*' = any(mine) and '*' = any(theirs) then array['*']
                when '*' = any(mine) then theirs
                when '*' = any(theirs) then mine
                else coalesce((select array_agg(m) from unnest(mine) m where m = any(theirs)), '{}')
           end
$$;

-- What this session may read. A station's own session delivers: it reads the hall's data only.
create function app.my_scopes(station_code text) returns text[]
language plpgsql stable set search_path = app, pg_temp as $$
declare
    place app.station;
begin
    if session_user::text like 's\_%' then
        perform app.my_station();
        return array['hall'];
    end if;
    select * into place from app.station where town = app.my_town() and code = station_code;
    if not found or place.is_closed then perform app.fail('station'); end if;
    return array_append(array_remove(app.cut(app.person_scopes(app.me()), place.scopes), 'hall'), 'hall');
end $$;

create function app.may_read(kind smallint, scopes text[], mine text[]) returns boolean
language sql immutable as $$ select scopes && mine or (kind <> 7 and '*' = any(mine)) $$;

-- What a PC may keep: all that anybody who ever signed in there may read now, cut with its own.
create function app.kept_scopes(place app.station) returns text[]
language sql stable set search_path = app, pg_temp as $$
    select array_append(array_remove(app.cut(coalesce(array_agg(distinct s), '{}'), place.scopes), 'hall'),
                        'hall')
      from app.signed_in i
      join app.staff p on p.town = i.town and p.code = i.staff and not p.is_disabled,
           unnest(app.person_scopes(p)) s
     where i.town = place.town and i.station = place.code
$$;

-- Which database this is: a backup that was restored is another one (a new cluster, a new timeline, a
-- new database), except where its files were simply put back (admin.restored says it then).
create function app.database_identity() returns text
language plpgsql volatile set search_path = app, pg_temp as $$
begin
    return (select system_identifier::text from pg_control_system())
        || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
        || '/' || (select oid::text from pg_database where datname = current_database());
end $$;

-- In a restored database the counters jump over what may have been given out since the backup.
create function app.meet_database(in_town int) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    own text := app.database_identity();
    jump int;
begin
    if exists (select from app.town where town = in_town and identity = own) then
        return;
    end if;
    select 1000 + 20 * least(50000, greatest(0, app.now_ms() - coalesce(max(server_at), app.now_ms())) / 60000)
      into jump
      from app.event where town = in_town and pos = (select pos from app.town where town = in_town);
    update app.town set identity = own, epoch = gen_random_uuid()
     where town = in_town and identity <> own;
    if found then
        update app.number_series set next_serial = next_serial + jump where town = in_town;
    end if;
end $$;

-- Whether somebody in this post acts for a department (decide's servesDepartment).
create function app.serves(in_town int, post text, dept text) returns boolean
language plpgsql stable as $$
declare
    own text := split_part(post, '/', 1);
begin
    if own = '' or dept = '' or own = dept then
        return true;
    end if;
    return app.post_role(post) in ('clerk', 'cashier')
        and exists (select from app.hall_window
                     where town = in_town and depts @> array[own, dept]);
end $$;

-- A function that locks something which others wait for may only be reached by a CALL of its
-- procedure at top level: that one commits and so lets go at once. The last line of the call stack is
-- the outermost frame; a transaction block fails at the procedure's COMMIT.
create function app.require_call(caller text) returns void
language plpgsql set search_path = app, pg_temp as $$
declare
    stack text;
begin
    get diagnostics stack = pg_context;
    if position(' ' || caller || ' ' in regexp_replace(stack, '^.*\n', '')) = 0 then
        perform app.fail('call');
    end if;
end $$;

-- ---- keys of authorship ------------------------------------------------------------------------
-- HMAC's two pads: the key, filled up to 64 bytes, with each byte turned by 0x36 and 0x5c.
create function app.turned(key bytea, mask int) returns bytea
language plpgsql immutable set search_path = app, pg_temp as $$
declare
    pad bytea := key || decode(repeat('00', 64 - octet_length(key)), 'hex');
begin
    for n in 0 .. 63 loop
        pad := set_byte(pad, n, get_byte(pad, n) # mask);
    end loop;
    return pad;
end $$;

create function app.hmac(key bytea, data bytea) returns bytea
language sql immutable set search_path = app, pg_temp as $$
    select sha256(app.turned(key, 92) || sha256(app.turned(key, 54) || data))
$$;

-- The key of a person at a station ('' = the station's timers) follows from the town's secret: a centre
-- restored from a backup gives the same keys, and what waits on the stations stays good.
create function app.derived_key(in_town int, staff_code text, station_code text) returns bytea
language plpgsql stable set search_path = app, pg_temp as $$
begin
    return app.hmac((select secret from app.town where town = in_town),
        convert_to(staff_code, 'UTF8') || '\x00'::bytea || convert_to(station_code, 'UTF8'));
end $$;
