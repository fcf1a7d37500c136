-- The same answers for less: what was measured to take the time in pull and in pages.
set local role onehall_owner;

-- In plpgsql, whose plans a session keeps: a function in SQL is planned again in every call.
create or replace function app.person_scopes(person app.staff) returns text[]
language plpgsql stable set search_path = app, pg_temp as $$
declare
    post text;
    dept text;
    role text;
    found_scopes text[] := '{}';
begin
    foreach post in array person.posts loop
        dept := split_part(post, '/', 1);
        role := split_part(post, '/', 2);
        if dept = '' then
            found_scopes := found_scopes || role;
            if role in ('clerk', 'cashier', 'manager', 'town_leader') then
                found_scopes := found_scopes || '*'::text;
            end if;
        else
            found_scopes := found_scopes || dept;
            if role = 'clerk' then
                found_scopes := found_scopes || array(
                    select d from app.hall_window w, unnest(w.depts) d
                     where w.town = person.town and w.depts @> array[dept]);
            end if;
        end if;
        if role = 'cashier' then
            found_scopes := found_scopes || array['till', 'cashier'];
        end if;
    end loop;
    return array(select distinct s from unnest(found_scopes) s);
end $$;

-- Entries in order: the events are looked up one by one, and nothing else is looked up for them.
create or replace function api.pull(station text, after text, lim int)
returns table (pos bigint, kind smallint, stream uuid, stream_kind smallint, scope text, chain bytea,
               envelope text, body text, mac bytea)
language plpgsql volatile rows 1000 security definer set search_path = app, pg_temp
set work_mem = '64MB' set jit = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
    if star is null and array_length(scopes, 1) = 1 then
        -- one scope: its rows stand in order as they are
        select f.pos - 1 into upto from app.feed f
         where f.town = in_town and f.scope = scopes[1] and f.pos > froms[1] and f.pos <= head.pos
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
         where f.town = in_town and f.scope = scopes[1] and f.pos > froms[1] and f.pos <= upto
         order by f.pos, case f.kind when 2 then 0 else f.kind end;
    elsif star is not null and coalesce(array_length(scopes, 1), 0) = 0 then
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
                        app.town_chain_at(in_town, upto), null::text, null::text, null::bytea;
end $$;

-- Several scopes: put in order while narrow.
create function app.pull_mixed(in_town int, scopes text[], froms bigint[], star bigint, upto bigint)
returns table (pos bigint, kind smallint, stream uuid, stream_kind smallint, scope text, chain bytea,
               envelope text, body text, mac bytea)
language plpgsql volatile rows 1000 set search_path = app, pg_temp
set work_mem = '64MB' set jit = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    return query
    select x.pos, x.kind, x.stream,
           coalesce(e.kind, (select s.kind from app.stream s where s.town = in_town and s.stream = x.stream)),
           x.scope, e.chain,
           coalesce(e.envelope, case when x.kind = 4 then
               (select encode(r.sha, 'hex') from app.ready r where r.town = in_town and r.pos = x.pos) end),
           e.body, e.mac
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
      left join app.event e on x.kind = 1 and e.town = in_town and e.pos = x.pos;
end $$;

-- A piece need not be on the disk before the next one is sent: the commit of the page, which waits for the
-- disk, comes after it in the log; what a crash took is missing there and sent again.
create or replace function api.page_put(sha bytea, size bigint, n int, piece bytea) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    perform app.keep_piece(app.my_station(), sha, size, n, piece);
    perform set_config('synchronous_commit', 'off', true);
    return 'ok';
end $$;

create function app.keep_piece(place app.station, sha bytea, size bigint, n int, piece bytea) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    named app.page;
    today bigint := app.now_ms() / 86400000;
begin
    select * into named from app.page p where p.town = place.town and p.sha = keep_piece.sha;
    if not found or named.size <> keep_piece.size then
        perform app.fail('unknown');
    end if;
    if named.is_complete then
        return;
    end if;
    if n < 0 or n >= app.piece_count(size)
       or octet_length(piece) <> least(262144, size - n::bigint * 262144) then
        perform app.fail('form');
    end if;
    if place.day = today and place.page_bytes + octet_length(piece)
       > (select page_bytes_a_day from app.town t where t.town = place.town) then
        perform app.fail('quota');
    end if;
    insert into app.page_piece values (place.town, keep_piece.sha, keep_piece.n, piece)
        on conflict on constraint page_piece_pkey do nothing;
    if found then
        update app.station s
           set page_bytes = octet_length(piece) + case when s.day = today then s.page_bytes else 0 end,
               day_bytes = case when s.day = today then s.day_bytes else 0 end, day = today
         where s.town = place.town and s.code = place.code;
    end if;
end $$;

-- The last piece and the commit of the page in one transaction: one wait for the disk a page.
create function api.page_end_inside(sha bytea, size bigint, n int, piece bytea) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    perform app.require_call('api.page_end(bytea,bigint,integer,bytea,text)');
    perform app.keep_piece(app.my_station(), sha, size, n, piece);
    return app.complete_page(app.my_station(), sha);
end $$;

create or replace function api.page_commit_inside(sha bytea) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
begin
    perform app.require_call('api.page_commit(bytea,text)');
    return app.complete_page(app.my_station(), sha);
end $$;

create function app.complete_page(place app.station, sha bytea) returns text
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    head app.town;
    named app.page;
    whole bytea;
begin
    select * into named from app.page p where p.town = place.town and p.sha = complete_page.sha;
    if not found then
        perform app.fail('unknown');
    end if;
    if named.is_complete then
        return 'ok';
    end if;
    select string_agg(q.bytes, ''::bytea order by q.n) into whole
      from app.page_piece q where q.town = place.town and q.sha = named.sha;
    if coalesce(octet_length(whole), 0) <> named.size then
        return 'again'; -- a piece is missing
    end if;
    if sha256(whole) <> named.sha then
        delete from app.page_piece q where q.town = place.town and q.sha = named.sha;
        return 'again';
    end if;
    select * into head from app.town t where t.town = place.town for update;
    update app.page p set is_complete = true
     where p.town = place.town and p.sha = named.sha and not p.is_complete;
    if found then
        head.pos := head.pos + 1;
        head.chain := sha256(head.chain || named.sha);
        insert into app.ready values (place.town, head.pos, named.sha, head.chain);
        insert into app.feed
        select distinct place.town, scope, head.pos, 4::smallint, s.stream
          from app.stream_page sp
          join app.stream s on s.town = sp.town and s.stream = sp.stream, unnest(s.scopes) scope
         where sp.town = place.town and sp.sha = named.sha;
        update app.town t set pos = head.pos, chain = head.chain where t.town = place.town;
    end if;
    return 'ok';
end $$;

create procedure api.page_end(sha bytea, size bigint, n int, piece bytea, inout answer text)
language plpgsql as $$
begin
    answer := api.page_end_inside(sha, size, n, piece);
    commit;
end $$;

-- Two pieces in one call, one after the other from `first`: the right is asked for once.
create function api.page_read(station text, sha bytea, first int) returns bytea
language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
    in_town int := app.my_town();
    mine text[];
begin
    mine := case when session_user::text like 's\_%' then (app.my_station()).scopes
                 else app.my_scopes(station) end;
    if not exists (select from app.stream_page sp
                     join app.stream s on s.town = sp.town and s.stream = sp.stream
                    where sp.town = in_town and sp.sha = page_read.sha
                      and app.may_read(s.kind, s.scopes, mine)) then
        perform app.fail('notHere');
    end if;
    return (select string_agg(q.bytes, ''::bytea order by q.n) from app.page_piece q
              join app.page p on p.town = q.town and p.sha = q.sha and p.is_complete
             where q.town = in_town and q.sha = page_read.sha
               and q.n >= page_read.first and q.n < page_read.first + 2);
end $$;

grant execute on function api.page_end_inside(bytea, bigint, int, bytea) to onehall_station;
grant execute on procedure api.page_end(bytea, bigint, int, bytea, text) to onehall_station;
grant execute on function api.page_read(text, bytea, int) to onehall_station, onehall_person;
