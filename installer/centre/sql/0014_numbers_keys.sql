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
    select lease_block into usual from app.town t where t.town = place.town;
    if coalesce(series, '') !~ '^[A-Za-z0-9/_.-]{1,40}$' or length(coalesce(organ, '')) not between 1 and 40
       or organ like '%|%' or year not between 2000 and 2999 or size not between 0 and 1000 then
        perform app.fail('form');
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
create function api.number_void(series text, organ text, year int, serial int, reason text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station := app.my_station();
begin
    if btrim(coalesce(reason, '')) = '' or not exists (
           select from app.number_lease l
            where l.town = place.town and l.series = number_void.series and l.organ = number_void.organ
              and l.year = number_void.year and number_void.serial between l.first_no and l.last_no
              and l.station = place.code and coalesce(l.returned_from > number_void.serial, true)) then
        perform app.fail('number');
    end if;
    insert into app.number as n values (place.town, series, organ, year, serial, '', null, place.code,
                                        left(reason, 200))
        on conflict on constraint number_pkey do update set reason = excluded.reason
         where n.station = excluded.station;
    return '{}';
end $$;

-- ---- keys --------------------------------------------------------------------------------------
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

-- The key of a person at a station: made once, from the server's strong random source.
create function app.key_of(in_town int, staff_code text, station_code text) returns bytea
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    fresh bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text
                                     || gen_random_uuid()::text, 'UTF8'));
    old bytea;
begin
    select key into old from app.mac_key
     where town = in_town and staff = staff_code and station = station_code;
    if old is not null then
        return old;
    end if;
    insert into app.mac_key values (in_town, staff_code, station_code, fresh, app.turned(fresh, 54),
                                    app.turned(fresh, 92), app.now_ms())
        on conflict (town, staff, station) do nothing;
    return (select key from app.mac_key
             where town = in_town and staff = staff_code and station = station_code);
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
-- A code that was never given, for a clone or a reinstallation under the same login.
create function api.renew_inside(install uuid) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station;
    fresh text;
begin
    perform app.require_call('api.renew_station(uuid,text)');
    place := app.my_station();
    perform from app.town t where t.town = place.town for update;
    -- the same installation asking again (its answer was lost) gets the same code
    select s.code into fresh from app.station s
     where s.town = place.town and s.login = place.login and s.install = renew_inside.install
       and s.top_serial = 0 and not s.is_closed;
    if fresh is null then
        if (select count(*) from app.station s where s.town = place.town and s.login = place.login) > 50 then
            perform app.fail('quota');
        end if;
        select c into fresh
          from (select chr(90 - a) || chr(b) || chr(d) as c
                  from generate_series(0, 25) a, unnest(array[48,49,50,51,52,53,54,55,56,57]) b,
                       unnest(array[48,49,50,51,52,53,54,55,56,57]) d) free
         where not exists (select from app.station s where s.town = place.town and s.code = c)
         order by left(c, 1) desc, c limit 1;
        insert into app.station (town, code, login, install, scopes, made_at)
        values (place.town, fresh, place.login, install, place.scopes, app.now_ms());
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
      api.lease_return(text, text, int, int, int), api.number_void(text, text, int, int, text),
      api.station_key(), api.renew_inside(uuid) to onehall_station;
grant execute on procedure api.lease(text, text, int, int, text), api.renew_station(uuid, text)
      to onehall_station;
grant execute on function api.sign_in(text), api.change_password(text) to onehall_person;
