-- What the model's world found beside the real functions (tests/sync/lockstep).
set local role onehall_owner;

-- A restored centre jumps its counters, but a series that was begun after the backup has none there: it
-- began at 1 once more, and numbers that stations had in their blocks were given again. Series of the years
-- that may have been begun by then start behind the jump.
alter table app.town add column series_from int not null default 1,
                     add column series_until int not null default 0; -- the last such year

create function app.series_start(in_town int, of_year int) returns int
language sql stable set search_path = app, pg_temp as $$
    select case when of_year <= series_until then series_from else 1 end from app.town where town = in_town
$$;

do $$
declare
    one record;
    source text;
begin
    for one in values
        ('api.lease_inside(text, text, integer, integer)', 'year, 1 + size)',
         'year, app.series_start(place.town, year) + size)'),
        ('app.take_numbers(integer, app.offer)', 'parts[3]::int, 1)',
         'parts[3]::int, app.series_start(in_town, parts[3]::int))')
    loop
        source := pg_get_functiondef(one.column1::regprocedure);
        if position(one.column2 in source) = 0 then
            raise exception '% is not the one that this step knows', one.column1;
        end if;
        execute replace(source, one.column2, one.column3);
    end loop;
end $$;

-- The jump counts from the newest event; before the first one, from when the first station was enrolled.
create or replace function app.meet_database(in_town int) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    own text := app.database_identity();
    newest bigint;
    jump int;
begin
    if exists (select from app.town where town = in_town and identity = own) then
        return;
    end if;
    select server_at into newest from app.event where town = in_town order by pos desc limit 1;
    if newest is null then
        select min(made_at) into newest from app.station where town = in_town;
    end if;
    jump := 1000 + 20 * least(50000, greatest(0, app.now_ms() - coalesce(newest, app.now_ms())) / 60000);
    update app.town
       set identity = own, epoch = gen_random_uuid(), series_from = series_from + jump,
           -- the next year's blocks are fetched from 20 December on
           series_until = extract(year from to_timestamp(app.now_ms() / 1000.0) + interval '12 days')
     where town = in_town and identity <> own;
    if found then
        update app.number_series set next_serial = next_serial + jump where town = in_town;
    end if;
end $$;
