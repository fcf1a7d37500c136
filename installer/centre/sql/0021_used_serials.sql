-- What the model of the protocol found (tests/model).
set local role onehall_owner;

-- A serial that another event of the station has used unmasks a copied disk also where the event offered
-- now is here already: another station may have brought it. And only its own station teaches a serial.
do $$
declare
    source text := pg_get_functiondef('app.take_each(integer, app.station, text, text)'::regprocedure);
    check_as_it_was constant text := 'where u.serial_used and u.here is null)';
begin
    if position(check_as_it_was in source) = 0 then
        raise exception 'app.take_each is not the one that this step knows';
    end if;
    execute replace(source, check_as_it_was, 'where u.serial_used)');
end $$;

create or replace function app.learn_serial(in_town int, at_pos bigint, o app.offer) returns void
language plpgsql volatile as $$
begin
    update app.event e set serial = (o.raw).serial
     where e.town = in_town and e.pos = at_pos and e.id = o.id and e.serial is null and e.station = o.station
       and exists (select from app.station s where s.town = in_town and s.code = o.station
                      and s.login = session_user::text);
end $$;

-- The jump of a restored centre counts from the newest event. The head of the town may be a page.
create or replace function app.meet_database(in_town int) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    own text := app.database_identity();
    newest bigint;
begin
    if exists (select from app.town where town = in_town and identity = own) then
        return;
    end if;
    select server_at into newest from app.event where town = in_town order by pos desc limit 1;
    update app.town set identity = own, epoch = gen_random_uuid()
     where town = in_town and identity <> own;
    if found then
        update app.number_series
           set next_serial = next_serial + 1000
                 + 20 * least(50000, greatest(0, app.now_ms() - coalesce(newest, app.now_ms())) / 60000)
         where town = in_town;
    end if;
end $$;
