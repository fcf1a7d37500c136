-- Official numbers, keys of authorship, stations' codes, passwords.
set local role onehall_owner;

-- ---- numbers -----------------------------------------------------------------------------------
create function api.lease_inside(series text, organ text, year int, size int) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station;
    usual int;
    first_serial int;
begin
    perform app.require_call('api.lease(text,text,integer,integer,text)');
    place := app.my_station();
    perform app.meet_database(place.town);
    select lease_block into usual from app.town t where t.town = place.town;
    if coalesce(series, '') !~ '^[A-Za-z0-9/_.-]{1,40}$' or length(coalesce(organ, '')) not between 1 and 40
       or organ like '%|%' or year not between 2000 and 2999 or size not between 0 and 1000 then
        perform app.fail('form');
    end if;
    if (select count(*) from app.number_lease l
          join app.station s on s.town = l.town and s.code = l.station and s.login = place.login
         where l.town = place.town and l.leased_at > app.now_ms() - 86400000) >= 500 then
        perform app.fail('quota'); -- a sequence is not used up in a night
    end if;
    size := case when size = 0 then usual else size end;
    insert into app.number_series as n values (place.town, series, organ, year, 1 + size)
        on conflict on constraint number_series_pkey
        do update set next_serial = n.next_serial + size
        returning n.next_serial - size into first_serial;
    insert into app.number_lease values (place.town, series, organ, year, first_serial,
        first_serial + size - 1, place.code, app.now_ms(), null);
    return json_build_object('first', first_serial, 'last', first_serial + size - 1)::text;
end $$;

create procedure api.lease(series text, organ text, year int, size int, inout answer text)
language plpgsql as $$
begin
    answer := api.lease_inside(series, organ, year, size);
    commit;
end $$;

-- Gives the rest of an own block back, from a serial on; none of it may have been used.
create function api.lease_return(series text, organ text, year int, first int, from_serial int)
returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station := app.my_station();
begin
    update app.number_lease l
       set returned_from = lease_return.from_serial
     where l.town = place.town and l.series = lease_return.series and l.organ = lease_return.organ
       and l.year = lease_return.year and l.first_no = lease_return.first and l.station = place.code
       and lease_return.from_serial between l.first_no and l.last_no
       and coalesce(l.returned_from > lease_return.from_serial, true)
       and not exists (select from app.number n
                        where n.town = l.town and n.series = l.series and n.organ = l.organ
                          and n.year = l.year and n.serial between lease_return.from_serial and l.last_no);
    if not found then
        perform app.fail('number');
    end if;
    return '{}';
end $$;

-- A number that was spoiled: out of use with its reason, never given again.
create function api.number_void_inside(series text, organ text, year int, serial int, reason text)
returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station;
begin
    perform app.require_call('api.number_void(text,text,integer,integer,text,text)');
    place := app.my_station();
    if btrim(coalesce(reason, '')) = '' or not exists (
           select from app.number_lease l
            where l.town = place.town and l.series = number_void_inside.series and l.organ = number_void_inside.organ
              and l.year = number_void_inside.year and number_void_inside.serial between l.first_no and l.last_no
              and l.station = place.code and coalesce(l.returned_from > number_void_inside.serial, true)) then
        perform app.fail('number');
    end if;
    insert into app.number as n values (place.town, series, organ, year, serial, '', null, place.code,
                                        left(reason, 200))
        on conflict on constraint number_pkey do update set reason = excluded.reason
         where n.station = excluded.station;
    return '{}';
end $$;

create procedure api.number_void(series text, organ text, year int, serial int, reason text,
                                 inout answer text)
language plpgsql as $$
begin
    answer := api.number_void_inside(series, organ, year, serial, reason);
    commit;
end $$;

-- ---- keys --------------------------------------------------------------------------------------
-- The key of a person at a station, kept for push, which derives what it does not find here.
create function app.key_of(in_town int, staff_code text, station_code text) returns bytea
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    derived bytea := app.derived_key(in_town, staff_code, station_code);
begin
    insert into app.mac_key values (in_town, staff_code, station_code, derived, app.turned(derived, 54),
                                    app.turned(derived, 92))
        on conflict (town, staff, station) do nothing;
    return derived;
end $$;

create function api.sign_in(station text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    person app.staff := app.me();
begin
    if not exists (select from app.station s where s.town = person.town and s.code = sign_in.station
                      and not s.is_closed) then
        perform app.fail('station');
    end if;
    insert into app.signed_in as i values (person.town, sign_in.station, person.code, app.now_ms())
        on conflict on constraint signed_in_pkey do update set at = excluded.at;
    return json_build_object('mac', encode(app.key_of(person.town, person.code, station), 'hex'),
        'station', station, 'posts', person.posts,
        'until', app.now_ms() + 86400000 * (select sign_in_days from app.town t
                                             where t.town = person.town)::bigint)::text;
end $$;

create function api.station_key() returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station := app.my_station();
begin
    return encode(app.key_of(place.town, '', place.code), 'hex');
end $$;

-- ---- codes and passwords -----------------------------------------------------------------------
-- Codes of three letters: an administrator gives those of windows, which have a figure.
create function app.drawn_code(n int) returns text
language sql immutable as $$
    select chr(65 + n / 676 % 26) || chr(65 + n / 26 % 26) || chr(65 + n % 26)
$$;

-- A code that was never given, for a clone or a reinstallation under the same login.
create function api.renew_inside(install uuid) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station;
    draw int := ('x' || left(md5(install::text), 6))::bit(24)::int;
    fresh text;
begin
    perform app.require_call('api.renew_station(uuid,text)');
    place := app.my_station();
    -- an installation that has a code already (its answer was lost) gets the same one
    select s.code into fresh from app.station s
     where s.town = place.town and s.login = place.login and s.install = renew_inside.install
       and not s.is_closed order by s.made_at desc limit 1;
    if fresh is null then
        if (select count(*) from app.station s where s.town = place.town and s.login = place.login) > 500 then
            perform app.fail('quota');
        end if;
        -- drawn by the installation's hash, the next free one: a restored centre, which has forgotten
        -- a code, does not give it to the next who asks
        for n in draw .. draw + 17575 loop
            insert into app.station (town, code, login, install, scopes, made_at)
            values (place.town, app.drawn_code(n), place.login, install, place.scopes, app.now_ms())
                on conflict (town, code) do nothing
                returning code into fresh;
            exit when fresh is not null;
        end loop;
    end if;
    perform set_config('onehall.station', fresh, false);
    return json_build_object('station', fresh)::text;
end $$;

create procedure api.renew_station(install uuid, inout answer text)
language plpgsql as $$
begin
    answer := api.renew_inside(install);
    commit;
end $$;

create function api.change_password(verifier text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    perform app.me();
    perform app.set_verifier(session_user::text, verifier);
    return '{}';
end $$;

grant execute on function api.lease_inside(text, text, int, int),
      api.lease_return(text, text, int, int, int), api.number_void_inside(text, text, int, int, text),
      api.station_key(), api.renew_inside(uuid) to onehall_station;
grant execute on procedure api.lease(text, text, int, int, text), api.renew_station(uuid, text),
      api.number_void(text, text, int, int, text, text)
      to onehall_station;
grant execute on function api.sign_in(text), api.change_password(text) to onehall_person;
