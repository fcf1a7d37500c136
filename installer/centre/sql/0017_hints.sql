-- Who listens hears at once that there is something new. A hint only: nothing stands in it, anybody may
-- send one, and whoever hears none asks every few seconds. In a transaction of its own, after the
-- town's row was let go: NOTIFY serialises commits.
set local role onehall_owner;

create or replace procedure api.push(events text, inout answer text)
language plpgsql as $$
begin
    answer := api.push_inside(events);
    commit;
    if position('[0,' in answer) > 0 then -- something was accepted
        perform pg_catalog.pg_notify('onehall', '');
    end if;
end $$;

create or replace procedure api.publish(events text, rows_text text, inout answer text)
language plpgsql as $$
begin
    answer := api.publish_inside(events, rows_text);
    commit;
    if position('[0,' in answer) > 0 then
        perform pg_catalog.pg_notify('onehall', '');
    end if;
end $$;
