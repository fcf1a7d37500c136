-- The administrator's tool. A superuser names the town first; an administrator works on his own.
set local role onehall_owner;

create function app.require_superuser() returns void
language plpgsql stable set search_path = app, pg_temp as $$
begin
    if not (select rolsuper from pg_roles where rolname = session_user) then
        perform app.fail('who');
    end if;
end $$;

create function admin.make_town(town text, name text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    made app.town;
begin
    perform app.require_superuser();
    if make_town.town !~ '^[0-9]{9}$' or btrim(coalesce(make_town.name, '')) = '' then
        perform app.fail('form');
    end if;
    if exists (select from app.town) then
        perform app.fail('used'); -- one database a town
    end if;
    insert into app.town (town, name, identity, secret)
    values (make_town.town::int, make_town.name, app.database_identity(),
            sha256(convert_to(gen_random_uuid()::text || gen_random_uuid() || gen_random_uuid(), 'UTF8')))
    returning * into made;
    insert into app.event_type
    select made.town, type, kind, 1
      from (values ('registered', 1), ('moved', 1), ('page', 1), ('check', 1), ('edited', 1), ('note', 1),
                   ('paper', 1), ('fee', 1), ('paid', 1), ('tillOpened', 3), ('tillClosed', 3),
                   ('published', 7)) known(type, kind);
    return json_build_object('epoch', made.epoch)::text;
end $$;

create function admin.make_admin(name text, verifier text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    role text := app.role_name('a', app.my_town(), name);
begin
    perform app.make_login(role, verifier);
    return json_build_object('role', role)::text;
end $$;

create function admin.set_staff(staff text, verifier text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    role text := app.role_name('p', app.my_town(), set_staff.staff);
begin
    if not exists (select from app.staff s where s.town = app.my_town() and s.code = set_staff.staff) then
        perform app.fail('unknown');
    end if;
    perform app.make_login(role, verifier);
    return json_build_object('role', role)::text;
end $$;

create function admin.close_staff(staff text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    role text := app.role_name('p', app.my_town(), close_staff.staff);
begin
    perform app.close_login(role);
    return json_build_object('role', role)::text;
end $$;

create function admin.enrol_station(station text, scopes text, verifier text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    in_town int := app.my_town();
    role text := app.role_name('s', in_town, station);
begin
    if station !~ '^[A-Z0-9]{3}$' or station = '000' then
        perform app.fail('form');
    end if;
    if exists (select from app.station s where s.town = in_town and s.code = enrol_station.station) then
        perform app.fail('used');
    end if;
    insert into app.station (town, code, login, scopes, made_at)
    values (in_town, station, role, app.text_list(scopes::jsonb), app.now_ms());
    perform app.make_login(role, verifier);
    return json_build_object('role', role, 'station', station)::text;
exception when data_exception then
    perform app.fail('form');
end $$;

create function admin.close_station(station text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    gone app.station;
begin
    update app.station s set is_closed = true
     where s.town = app.my_town() and s.code = close_station.station returning * into gone;
    if not found then
        perform app.fail('unknown');
    end if;
    -- another code of the same login may still be at work
    if not exists (select from app.station s where s.town = gone.town and s.login = gone.login
                      and not s.is_closed) then
        perform app.close_login(gone.login);
    end if;
    return json_build_object('role', gone.login)::text;
end $$;

-- The first filling and the import: the tool's own events of the hall's stream.
create function admin.publish(events text, rows text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    tool app.station;
begin
    tool.town := app.my_town();
    tool.code := '000';
    tool.top_serial := 0;
    tool.last_acted := 0;
    return app.publish(tool.town, tool, events, rows, 'tool');
end $$;

-- After a restore by putting files back, which the database cannot see: a new epoch, and each series
-- skips what may have been leased since the backup.
create function admin.restored(skip int) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    fresh uuid := gen_random_uuid();
begin
    if skip not between 0 and 100000 then
        perform app.fail('form');
    end if;
    update app.town set epoch = fresh, identity = app.database_identity() where town = app.my_town();
    update app.number_series set next_serial = next_serial + skip where town = app.my_town();
    return json_build_object('epoch', fresh)::text;
end $$;

grant execute on function admin.make_admin(text, text), admin.set_staff(text, text),
      admin.close_staff(text), admin.enrol_station(text, text, text), admin.close_station(text),
      admin.publish(text, text), admin.restored(int) to onehall_admin;
