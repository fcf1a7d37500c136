-- What stations wait for one another, and what a hint costs.
set local role onehall_owner;

-- push: a call is read before the town's row is taken, for which the other stations wait. What was found
-- out on reading then still holds when the town stands where it stood, or when nobody has brought one of these events
-- in the meantime; serials are this station's own, and its row is locked.
create or replace function app.take(in_town int, place app.station, events text, mode text) returns text
language plpgsql volatile as $$
declare
    head app.town;
    offers app.offer[];
    read_at bigint;
    is_plain boolean;
begin
    if mode = 'push' then
        select pos into read_at from app.town where town = in_town;
        offers := app.read_offers(in_town, place, events);
        select bool_and(u.reason is null and u.here is null and u.replaces is null
                        and u.serial_used is not true
                        and ((u.raw).serial = 0 or u.station in ('', place.code)))
               and count(distinct u.id) = count(*)
          into is_plain from unnest(offers) u;
        select * into head from app.town where town = in_town for update;
        if is_plain and head.pos <> read_at then
            is_plain := not exists (
                select from unnest(offers) u join app.event e on e.town = in_town and e.id = u.id)
            and not exists (
                select from app.event e join unnest(offers) u on u.id = e.replaces
                 where e.town = in_town and e.replaces is not null and e.pos > read_at);
        end if;
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

-- pull: for less when little is new, which is what a hint asks for: the same rows, but only the scopes in
-- which something has happened are read, mostly one, and by plans that a session keeps.

-- The login's name is looked for once, not put together for each of the staff.
create or replace function app.me() returns app.staff
language plpgsql stable set search_path = app, pg_temp as $$
declare
    in_town int := app.my_town();
    person app.staff;
begin
    if starts_with(session_user::text, app.role_name('p', in_town, '')) then
        select * into person from app.staff
         where town = in_town and lower(code) = substr(session_user::text, 13);
    end if;
    if person.code is null then perform app.fail('who'); end if;
    if person.is_disabled then perform app.fail('disabled'); end if;
    return person;
end $$;

-- '*' stands for all but the hall's own stream.
create or replace function app.cut(mine text[], theirs text[]) returns text[]
language plpgsql immutable set search_path = app, pg_temp as $$
begin
    return case when '*' = any(mine) and '*' = any(theirs) then array['*']
                when '*' = any(mine) then theirs
                when '*' = any(theirs) then mine
                else array(select m from unnest(mine) m where m = any(theirs))
           end;
end $$;

create or replace function app.town_chain_at(in_town int, at_pos bigint) returns bytea
language plpgsql stable set search_path = app, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
    found_chain bytea;
begin
    select town_chain into found_chain from app.event where town = in_town and pos = at_pos;
    if not found then
        select town_chain into found_chain from app.ready where town = in_town and pos = at_pos;
    end if;
    return case when at_pos = 0 then ''::bytea else found_chain end;
end $$;

create or replace function api.pull(station text, after text, lim int)
returns table (pos bigint, kind smallint, stream uuid, stream_kind smallint, scope text, chain bytea,
               envelope text, body text, mac bytea)
language plpgsql volatile rows 1000 security definer set search_path = app, pg_temp
set work_mem = '64MB' set jit = off set enable_hashjoin = off set enable_mergejoin = off
set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    in_town int := app.my_town();
    mine text[] := app.my_scopes(station);
    head app.town;
    upto bigint;
    one text;
    one_from bigint;
    scopes text[] := '{}';
    froms bigint[] := '{}';
    star bigint;
begin
    select * into head from app.town t where t.town = in_town;
    begin
        for one, one_from in select a.key, a.value::bigint from jsonb_each_text(after::jsonb) a loop
            -- moving a cursor without data would lose what passes until the right comes back
            if one <> all (mine) then
                perform app.fail('scope');
            elsif one = '*' then
                star := one_from;
            else
                scopes := scopes || one;
                froms := froms || one_from;
            end if;
        end loop;
    exception when data_exception then
        perform app.fail('form');
    end;
    lim := greatest(least(lim, 20000), 2 * cardinality(scopes) + 20);
    -- where nothing has happened nothing is read
    if star >= head.pos then
        star := null;
    end if;
    for n in reverse cardinality(scopes) .. 1 loop
        perform from app.feed f
          where f.town = in_town and f.scope = scopes[n] and f.pos > froms[n] and f.pos <= head.pos limit 1;
        if not found then
            scopes := scopes[:n - 1] || scopes[n + 1:];
            froms := froms[:n - 1] || froms[n + 1:];
        end if;
    end loop;
    if star is null and cardinality(scopes) = 0 then
        upto := head.pos;
    elsif star is null and cardinality(scopes) = 1 then
        -- one scope: its rows stand in order as they are
        one := scopes[1];
        one_from := froms[1];
        select f.pos - 1 into upto from app.feed f
         where f.town = in_town and f.scope = one and f.pos > one_from and f.pos <= head.pos
         order by f.pos offset lim limit 1;
        upto := coalesce(upto, head.pos);
        return query
        select f.pos, f.kind, f.stream,
               coalesce(e.kind, (select s.kind from app.stream s
                                  where s.town = in_town and s.stream = f.stream)),
               f.scope, e.chain,
               coalesce(e.envelope, case when f.kind = 4 then
                   (select encode(r.sha, 'hex') from app.ready r where r.town = in_town and r.pos = f.pos) end),
               e.body, e.mac
          from app.feed f
          left join app.event e on e.town = in_town and e.pos = f.pos and f.kind = 1
         where f.town = in_town and f.scope = one and f.pos > one_from and f.pos <= upto
         order by f.pos, case f.kind when 2 then 0 else f.kind end;
    elsif star is not null and cardinality(scopes) = 0 then
        select e.pos - 1 into upto from app.event e
         where e.town = in_town and e.pos > star and e.pos <= head.pos
         order by e.pos offset lim limit 1;
        upto := coalesce(upto, head.pos);
        if exists (select from app.ready y where y.town = in_town and y.pos > star and y.pos <= upto) then
            return query select * from app.pull_mixed(in_town, scopes, froms, star, upto);
        else
            return query
            select e.pos, 1::smallint, e.stream, e.kind, '*'::text, e.chain, e.envelope, e.body, e.mac
              from app.event e
             where e.town = in_town and e.pos > star and e.pos <= upto and e.kind <> 7
             order by e.pos;
        end if;
    else
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
        return query select * from app.pull_mixed(in_town, scopes, froms, star, upto);
    end if;
    return query select upto, 9::smallint, null::uuid, null::smallint, null::text,
                        case when upto = head.pos and upto > 0 then head.chain
                             else app.town_chain_at(in_town, upto) end, null::text, null::text, null::bytea;
end $$;
