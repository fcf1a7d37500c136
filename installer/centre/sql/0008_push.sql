-- push: the only way in.
set local role onehall_owner;

-- What is known of the author of an offer, kept from one to the next.
create type app.author as (staff text, station text, posts text[], is_disabled boolean,
                           station_closed boolean, inner_pad bytea, outer_pad bytea);

create function app.author_of(in_town int, place text, o app.offer) returns app.author
language plpgsql volatile as $$
declare
    a app.author;
    key bytea;
begin
    select o.actor, o.station, s.posts, s.is_disabled, t.is_closed, k.inner_pad, k.outer_pad into a
      from (select case when o.actor = '' then place else o.station end as code) w
      left join app.station t on t.town = in_town and t.code = w.code
      left join app.staff s on s.town = in_town and s.code = o.actor
      left join app.mac_key k on k.town = in_town and k.staff = o.actor and k.station = w.code;
    if a.outer_pad is null and a.station_closed is not null and (o.actor = '' or a.posts is not null) then
        key := app.derived_key(in_town, o.actor, case when o.actor = '' then place else o.station end);
        a.inner_pad := app.turned(key, 54);
        a.outer_pad := app.turned(key, 92);
    end if;
    return a;
end $$;

-- Keeps what was not taken, once by its bytes, and counts how often it came.
create function app.keep_refused(in_town int, place text, o app.offer, code int, reason text) returns void
language plpgsql volatile as $$
declare
    key bytea := sha256(convert_to(coalesce((o.raw).envelope, '') || chr(10) || coalesce((o.raw).body, ''), 'UTF8'));
    today bigint := app.now_ms() / 86400000;
    nth int;
begin
    insert into app.refused_day as d values (in_town, session_user, today, 1)
        on conflict (town, role, day) do update set offers = d.offers + 1 returning offers into nth;
    if nth > 100000 then
        return; -- counted only
    end if;
    insert into app.refused as r (town, digest, id, at, role, station, serial, event, code, reason, raw)
    values (in_town, key, coalesce((select max(x.id) from app.refused x where x.town = in_town), 0) + 1,
            app.now_ms(), session_user, left(coalesce(nullif(o.station, ''), place), 8), coalesce((o.raw).serial, 0), coalesce(o.id::text, ''), code,
            reason, case when nth <= 1000 then left(json_build_object('e', (o.raw).envelope, 'b', (o.raw).body,
                'm', left((o.raw).mac, 64))::text, 65536) end)
        on conflict (town, digest) do update set times = r.times + 1, at = excluded.at,
               code = excluded.code, reason = excluded.reason;
end $$;

-- Names the pages of an event. Events never wait for pages; a move to the end does.
create function app.name_pages(in_town int, o app.offer) returns boolean
language plpgsql volatile as $$
declare
    named jsonb;
    page_sha bytea;
begin
    for named in select value from jsonb_array_elements(o.pages) loop
        if coalesce(named ->> 0, '') !~ '^[0-9a-f]{64}$' or coalesce(named ->> 1, '') !~ '^[0-9]{1,8}$'
           or (named ->> 1)::bigint not between 1 and 52428800 then
            return false;
        end if;
        page_sha := decode(named ->> 0, 'hex');
        insert into app.page (town, sha, size) values (in_town, page_sha, (named ->> 1)::bigint)
            on conflict (town, sha) do nothing;
        if (select size from app.page where town = in_town and sha = page_sha)
           <> (named ->> 1)::bigint then
            return false;
        end if;
        insert into app.stream_page values (in_town, o.stream, page_sha)
            on conflict (town, stream, sha) do nothing;
    end loop;
    return true;
end $$;

-- Takes the official numbers that an event gives: leased to the station that wrote it, never given
-- before. A number in nobody's lease was leased by a centre that has since been restored: it is taken as
-- given, and the series goes on behind it.
create function app.take_numbers(in_town int, o app.offer) returns boolean
language plpgsql volatile as $$
declare
    given text;
    parts text[];
    nth int;
    leased app.number_lease;
begin
    for given in select value from jsonb_array_elements_text(o.numbers) loop
        parts := string_to_array(given, '|');
        if length(given) > 200 or array_length(parts, 1) <> 5 or parts[3] !~ '^[0-9]{4}$' or parts[4] !~ '^[0-9]{1,8}$' then
            return false;
        end if;
        nth := parts[4]::int;
        select * into leased from app.number_lease
         where town = in_town and series = parts[1] and organ = parts[2] and year = parts[3]::int
           and first_no <= nth and last_no >= nth
         order by first_no desc limit 1;
        if not found then
            insert into app.number_series values (in_town, parts[1], parts[2], parts[3]::int, 1)
                on conflict (town, series, organ, year) do nothing;
            update app.number_series set next_serial = greatest(next_serial, nth + 1)
             where town = in_town and series = parts[1] and organ = parts[2] and year = parts[3]::int
               and nth < next_serial + 100000;
            if not found then
                return false;
            end if;
            insert into app.number_lease values (in_town, parts[1], parts[2], parts[3]::int, nth, nth,
                                                 o.station, app.now_ms(), null);
        elsif leased.station <> o.station or leased.returned_from <= nth then
            return false;
        end if;
        insert into app.number values (in_town, parts[1], parts[2], parts[3]::int, nth, parts[5], o.id,
                                       o.station)
            on conflict (town, series, organ, year, serial) do nothing;
        if not found then
            return false;
        end if;
    end loop;
    return true;
end $$;

-- What search finds a case by.
create function app.search_form(value text) returns text
language plpgsql immutable as $$
begin
    return translate(upper(regexp_replace(normalize(value, NFKC), '\s', '', 'g')), '•・‧∙', '····');
end $$;

create function app.with_head(st app.stream, head jsonb) returns app.stream
language plpgsql volatile as $$
begin
    if head ? 'name' then
        if st.name is not null then
            delete from app.gram where town = st.town and stream = st.stream;
        end if;
        st.name := left(app.search_form(head ->> 'name'), 200); -- an index takes no more of anything
        insert into app.gram
        select distinct st.town, substr(st.name, n, 2), st.stream
          from generate_series(1, char_length(st.name) - 1) n;
    end if;
    if head ? 'idNumber' then
        st.id_number := left(upper(head ->> 'idNumber'), 60);
    end if;
    if head ? 'phone' then
        st.phone := left(head ->> 'phone', 60);
    end if;
    st.head := coalesce(st.head, '{}') || head;
    return st;
end $$;

-- Writes a stream's row back; `was` is the row as it stands, null for a new one.
create function app.store_stream(st app.stream, was app.stream) returns void
language plpgsql volatile as $$
begin
    if was.stream is null then
        insert into app.stream select st.*;
        insert into app.scope_stream select st.town, s, st.is_open, st.stream from unnest(st.scopes) s;
        return;
    end if;
    update app.stream t
       set seq = st.seq, pos = st.pos, chain = st.chain, scopes = st.scopes, head = st.head,
           is_open = st.is_open, name = st.name, id_number = st.id_number, phone = st.phone,
           state = st.state, phase = st.phase, last = st.last, is_stopped = st.is_stopped,
           resume_at = st.resume_at, branches = st.branches, eyes = st.eyes,
           before_timer = st.before_timer, overtaken = st.overtaken
     where t.town = st.town and t.stream = st.stream;
    if was.scopes <> st.scopes or was.is_open <> st.is_open then
        delete from app.scope_stream
         where town = st.town and scope = any(was.scopes) and is_open = was.is_open and stream = st.stream;
        insert into app.scope_stream select st.town, s, st.is_open, st.stream from unnest(st.scopes) s;
    end if;
end $$;
