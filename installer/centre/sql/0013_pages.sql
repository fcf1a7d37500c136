-- Pages: pieces of 256 KB, checked by SHA-256 at both ends.
set local role onehall_owner;

create function app.piece_count(size bigint) returns int
language sql immutable as $$ select ((size + 262143) / 262144)::int $$;

create function api.page_have(shas text[]) returns text
language sql stable security definer set search_path = app, pg_temp as $$
    select coalesce(json_object_agg(s, json_build_array(coalesce(p.is_complete, false),
               (select coalesce(json_agg(q.n order by q.n), '[]') from app.page_piece q
                 where not p.is_complete and q.town = p.town and q.sha = p.sha))), '{}')::text
      from (select distinct s from unnest(shas[1:500]) s where s ~ '^[0-9a-f]{64}$') asked
      left join app.page p on p.town = app.my_town() and p.sha = decode(s, 'hex')
$$;

-- A piece of a page that an event has named; the same piece again changes nothing.
create function api.page_put(sha bytea, size bigint, n int, piece bytea) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station := app.my_station();
    named app.page;
    today bigint := app.now_ms() / 86400000;
begin
    select * into named from app.page p where p.town = place.town and p.sha = page_put.sha;
    if not found or named.size <> page_put.size then
        perform app.fail('unknown');
    end if;
    if named.is_complete then
        return 'ok';
    end if;
    if n < 0 or n >= app.piece_count(size)
       or octet_length(piece) <> least(262144, size - n::bigint * 262144) then
        perform app.fail('form');
    end if;
    if place.day = today and place.page_bytes + octet_length(piece)
       > (select page_bytes_a_day from app.town t where t.town = place.town) then
        perform app.fail('quota');
    end if;
    insert into app.page_piece values (place.town, page_put.sha, page_put.n, piece)
        on conflict on constraint page_piece_pkey do nothing;
    if found then
        update app.station s
           set page_bytes = octet_length(piece) + case when s.day = today then s.page_bytes else 0 end,
               day_bytes = case when s.day = today then s.day_bytes else 0 end, day = today
         where s.town = place.town and s.code = place.code;
    end if;
    return 'ok';
end $$;

-- All pieces are here and give the SHA: the page is complete, and the scopes of its streams hear it at
-- a position of its own. Otherwise what is here is thrown away.
create function api.page_commit_inside(sha bytea) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    place app.station;
    head app.town;
    named app.page;
    whole bytea;
begin
    perform app.require_call('api.page_commit(bytea,text)');
    place := app.my_station();
    select * into named from app.page p where p.town = place.town and p.sha = page_commit_inside.sha;
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

create procedure api.page_commit(sha bytea, inout answer text)
language plpgsql as $$
begin
    answer := api.page_commit_inside(sha);
    commit;
end $$;

-- A piece of a complete page, with a right on a stream that names it. Null = not complete yet.
create function api.page_get(station text, sha bytea, n int) returns bytea
language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
    in_town int := app.my_town();
    mine text[];
begin
    mine := case when session_user::text like 's\_%' then (app.my_station()).scopes
                 else app.my_scopes(station) end;
    if not exists (select from app.stream_page sp
                     join app.stream s on s.town = sp.town and s.stream = sp.stream
                    where sp.town = in_town and sp.sha = page_get.sha
                      and app.may_read(s.kind, s.scopes, mine)) then
        perform app.fail('notHere');
    end if;
    return (select q.bytes from app.page_piece q
              join app.page p on p.town = q.town and p.sha = q.sha and p.is_complete
             where q.town = in_town and q.sha = page_get.sha and q.n = page_get.n);
end $$;

grant execute on function api.page_have(text[]) to onehall_station, onehall_person;
grant execute on function api.page_get(text, bytea, int) to onehall_station, onehall_person;
grant execute on function api.page_put(bytea, bigint, int, bytea),
      api.page_commit_inside(bytea) to onehall_station;
grant execute on procedure api.page_commit(bytea, text) to onehall_station;
