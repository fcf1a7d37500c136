-- A station that is closed gives no number any more: what it had leased and not used is void, with
-- the reason. And a page tells its size before it is here.
set local role onehall_owner;

-- The unused numbers of a code, out of use: a paper that this PC printed and never sent may exist, so
-- none of them is ever given to anybody else.
create function app.void_leases(in_town int, of_station text, why text) returns int
language sql volatile set search_path = app, pg_temp as $$
    with voided as (
        insert into app.number
        select l.town, l.series, l.organ, l.year, nth, '', null, l.station, why
          from app.number_lease l,
               generate_series(l.first_no, coalesce(l.returned_from - 1, l.last_no)) nth
         where l.town = in_town and l.station = of_station
            on conflict on constraint number_pkey do nothing
        returning 1)
    select count(*)::int from voided
$$;

create or replace function admin.close_station(station text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    gone app.station;
    voided int;
begin
    -- the counter first, as push has it: nothing of this station comes in between
    perform from app.town where town = app.my_town() for update;
    update app.station s set is_closed = true
     where s.town = app.my_town() and s.code = close_station.station returning * into gone;
    if not found then
        perform app.fail('unknown');
    end if;
    voided := app.void_leases(gone.town, gone.code, 'station closed');
    -- another code of the same login may still be at work
    if not exists (select from app.station s where s.town = gone.town and s.login = gone.login
                      and not s.is_closed) then
        perform app.close_login(gone.login);
    end if;
    return json_build_object('role', gone.login, 'voided', voided)::text;
end $$;

create or replace function api.page_have(shas text[]) returns text
language sql stable security definer set search_path = app, pg_temp as $$
    select coalesce(json_object_agg(s, json_build_array(coalesce(p.is_complete, false),
               (select coalesce(json_agg(q.n order by q.n), '[]') from app.page_piece q
                 where not p.is_complete and q.town = p.town and q.sha = p.sha),
               coalesce(p.size, 0))), '{}')::text
      from (select distinct s from unnest(shas[1:500]) s where s ~ '^[0-9a-f]{64}$') asked
      left join app.page p on p.town = app.my_town() and p.sha = decode(s, 'hex')
$$;
