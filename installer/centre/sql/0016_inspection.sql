-- What the tool looks at: status, verification, export.
set local role onehall_owner;

create function admin.status() returns text
language sql volatile security definer set search_path = app, pg_temp as $$
    select json_build_object(
        'town', lpad(t.town::text, 9, '0'), 'name', t.name, 'epoch', t.epoch, 'pos', t.pos,
        'chain', case when t.pos = 0 then '' else app.hex(t.chain) end, 'ms', app.now_ms(),
        'events', (select count(*) from app.event e where e.town = t.town),
        'open', (select count(*) from app.stream s where s.town = t.town and s.kind = 1 and s.is_open),
        'closed', (select count(*) from app.stream s where s.town = t.town and s.kind = 1 and not s.is_open),
        'staff', (select count(*) from app.staff s where s.town = t.town and not s.is_disabled),
        'stations', (select coalesce(json_agg(json_build_object('station', s.code, 'closed', s.is_closed,
                        'lastContact', s.last_contact, 'scopes', s.scopes, 'program', s.program,
                        'clockAhead', s.clock_ahead) order by s.code), '[]')
                       from app.station s where s.town = t.town),
        'pages', (select count(*) from app.page p where p.town = t.town and p.is_complete),
        'pagesIncomplete', (select count(*) from app.page p where p.town = t.town and not p.is_complete),
        'pageBytes', (select coalesce(sum(p.size), 0) from app.page p
                       where p.town = t.town and p.is_complete),
        'refused', (select count(*) from app.refused r where r.town = t.town),
        'databaseBytes', pg_database_size(current_database()))::text
      from app.town t where t.town = app.my_town()
$$;

create function admin.events(after bigint, lim int)
returns table (pos bigint, stream uuid, stream_kind smallint, hash bytea, chain bytea, town_chain bytea,
               envelope text, body text)
language sql volatile security definer set search_path = app, pg_temp as $$
    select e.pos, e.stream, e.kind, sha256(convert_to(e.envelope, 'UTF8')), e.chain, e.town_chain,
           e.envelope, e.body
      from app.event e where e.town = app.my_town() and e.pos > coalesce(after, 0)
     order by e.pos limit least(lim, 20000)
$$;

-- One whole stream: what the hall has published, as the base of an import.
create function admin.stream(of_stream uuid)
returns table (pos bigint, stream uuid, stream_kind smallint, hash bytea, chain bytea, town_chain bytea,
               envelope text, body text)
language sql volatile security definer set search_path = app, pg_temp as $$
    select e.pos, e.stream, e.kind, sha256(convert_to(e.envelope, 'UTF8')), e.chain, e.town_chain,
           e.envelope, e.body
      from app.event e where e.town = app.my_town() and e.stream = of_stream
     order by e.pos
$$;

-- The positions that pages took: the town's chain runs over them too.
create function admin.page_positions(after bigint, lim int)
returns table (pos bigint, sha bytea, town_chain bytea)
language sql volatile security definer set search_path = app, pg_temp as $$
    select r.pos, r.sha, r.town_chain from app.ready r
     where r.town = app.my_town() and r.pos > coalesce(after, 0) order by r.pos limit least(lim, 20000)
$$;

create function admin.heads(after uuid, lim int)
returns table (stream uuid, stream_kind smallint, is_open boolean, head text, state text, pos bigint)
language sql volatile security definer set search_path = app, pg_temp as $$
    select s.stream, s.kind, s.is_open, s.head::text, s.state, s.pos from app.stream s
     where s.town = app.my_town() and (after is null or s.stream > after)
     order by s.stream limit least(lim, 20000)
$$;

create function admin.pages(after bytea, lim int)
returns table (sha bytea, size bigint, complete boolean, pieces int)
language sql volatile security definer set search_path = app, pg_temp as $$
    select p.sha, p.size, p.is_complete,
           (select count(*)::int from app.page_piece q where q.town = p.town and q.sha = p.sha)
      from app.page p where p.town = app.my_town() and (after is null or p.sha > after)
     order by p.sha limit least(lim, 20000)
$$;

create function admin.page_piece(sha bytea, n int) returns bytea
language sql volatile security definer set search_path = app, pg_temp as $$
    select q.bytes from app.page_piece q
     where q.town = app.my_town() and q.sha = page_piece.sha and q.n = page_piece.n
$$;

create function admin.refused(after bigint, lim int)
returns table (id bigint, at_ms bigint, role text, code smallint, reason text, raw text)
language sql volatile security definer set search_path = app, pg_temp as $$
    select r.id, r.at, r.role, r.code, r.reason, r.raw from app.refused r
     where r.town = app.my_town() and r.id > coalesce(after, 0) order by r.id limit least(lim, 5000)
$$;

create function admin.looks(after bigint, lim int)
returns table (at_ms bigint, staff text, kind text, value text, purpose text, found int)
language sql volatile security definer set search_path = app, pg_temp as $$
    select l.at, l.staff, l.kind, l.value, l.purpose, l.found from app.look l
     where l.town = app.my_town() and l.at > coalesce(after, 0) order by l.at, l.id limit least(lim, 5000)
$$;

-- Used + voided + returned + still open = leased, for every series of a year.
create function admin.numbers(of_year int)
returns table (series text, organ text, leased int, used int, voided int, returned int, open int)
language sql volatile security definer set search_path = app, pg_temp as $$
    select l.series, l.organ, l.leased, coalesce(n.used, 0), coalesce(n.voided, 0), l.returned,
           l.leased - coalesce(n.used, 0) - coalesce(n.voided, 0) - l.returned
      from (select series, organ, sum(last_no - first_no + 1)::int as leased,
                   sum(coalesce(last_no - returned_from + 1, 0))::int as returned
              from app.number_lease where town = app.my_town() and year = of_year
             group by series, organ) l
      left join (select series, organ, count(*) filter (where reason = '')::int as used,
                        count(*) filter (where reason <> '')::int as voided
                   from app.number where town = app.my_town() and year = of_year
                  group by series, organ) n using (series, organ)
     order by l.series, l.organ
$$;

-- Everything that must hold, one line a fault; nothing = sound. Bodies that were erased by law are no
-- fault: their hash stands in the envelope.
create function admin.verify() returns setof text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    in_town int := app.my_town();
    head app.town;
    step record;
    chain bytea := decode(repeat('00', 32), 'hex');
    last_pos bigint := 0;
begin
    select * into head from app.town t where t.town = in_town;
    for step in
        select e.pos, sha256(convert_to(e.envelope, 'UTF8')) as hash, e.town_chain,
               e.body <> '' and e.envelope::json ->> 'bodyHash'
                   <> encode(sha256(convert_to(e.body, 'UTF8')), 'hex') as is_altered
          from app.event e where e.town = in_town
        union all
        select r.pos, r.sha, r.town_chain, false from app.ready r where r.town = in_town
         order by pos
    loop
        if step.pos <> last_pos + 1 then
            return next 'position ' || step.pos || ': does not follow ' || last_pos;
        end if;
        chain := sha256(chain || step.hash);
        if chain <> step.town_chain then
            return next 'position ' || step.pos || ': the town''s chain is broken';
            chain := step.town_chain;
        end if;
        if step.is_altered then
            return next 'position ' || step.pos || ': the body is not the one that was written';
        end if;
        last_pos := step.pos;
    end loop;
    if last_pos <> head.pos or (head.pos > 0 and chain <> head.chain) then
        return next 'the counter stands at ' || head.pos || ', the journal ends at ' || last_pos;
    end if;
    return query
    select 'stream ' || bad.stream || ': its chain is broken at event ' || bad.seq
      from (select e.stream, e.seq, e.chain, sha256(coalesce(lag(e.chain) over w, decode(repeat('00', 32), 'hex'))
                       || sha256(convert_to(e.envelope, 'UTF8'))) as right_chain,
                   e.seq - coalesce(lag(e.seq) over w, 0) as step
              from app.event e where e.town = in_town window w as (partition by e.stream order by e.seq)) bad
     where bad.chain <> bad.right_chain or bad.step <> 1;
    return query
    select 'page ' || encode(p.sha, 'hex') || ': its bytes are not its own'
      from app.page p
     where p.town = in_town and p.is_complete
       and p.sha is distinct from (select sha256(string_agg(q.bytes, ''::bytea order by q.n))
                                     from app.page_piece q where q.town = p.town and q.sha = p.sha);
end $$;

grant execute on function admin.status(), admin.events(bigint, int), admin.stream(uuid), admin.page_positions(bigint, int),
      admin.heads(uuid, int), admin.pages(bytea, int), admin.page_piece(bytea, int),
      admin.refused(bigint, int), admin.looks(bigint, int), admin.numbers(int), admin.verify()
      to onehall_admin;
