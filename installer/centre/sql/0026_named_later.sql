-- What the model's world found beside the real functions (tests/sync/lockstep): after a restore another
-- station may bring an event whose pages it does not have, and names none. Nobody could send them then.
set local role onehall_owner;

-- What the event's own station says of one that is here already: its serial, and the pages it names.
create or replace function app.learn_serial(in_town int, at_pos bigint, o app.offer) returns void
language plpgsql volatile as $$
begin
    if not exists (select from app.station s where s.town = in_town and s.code = o.station
                      and s.login = session_user::text)
       or not exists (select from app.event e where e.town = in_town and e.pos = at_pos and e.id = o.id
                         and e.station = o.station and sha256(convert_to(e.envelope, 'UTF8')) = o.hash) then
        return;
    end if;
    update app.event e set serial = (o.raw).serial
     where e.town = in_town and e.pos = at_pos and e.serial is null;
    if o.pages <> '[]' then
        perform app.name_pages(in_town, o);
    end if;
exception when data_exception then
    null; -- no list of pages
end $$;
