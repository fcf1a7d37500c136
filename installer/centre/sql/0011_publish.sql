-- Publishing: events of the hall's stream and the rows that they stand for, in one transaction.
set local role onehall_owner;

create function app.text_list(list jsonb) returns text[]
language sql immutable as $$
    select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(coalesce(list, '[]'))
$$;

create function app.put_staff(in_town int, person_code text, data jsonb) returns void
language sql volatile set search_path = app, pg_temp as $$
    insert into app.staff values (in_town, person_code, app.text_list(data -> 'posts'),
            coalesce(data ->> 'window', ''), coalesce((data ->> 'disabled')::boolean, false))
        on conflict (town, code) do update set posts = excluded.posts, desk = excluded.desk,
               is_disabled = excluded.is_disabled
$$;

create function app.put_window(in_town int, window_code text, data jsonb) returns void
language sql volatile set search_path = app, pg_temp as $$
    insert into app.hall_window values (in_town, window_code, app.text_list(data -> 'depts'),
            coalesce((data ->> 'cashier')::boolean, false))
        on conflict (town, code) do update set depts = excluded.depts, is_cashier = excluded.is_cashier
$$;

create function app.put_item(in_town int, item_code text, data jsonb) returns void
language sql volatile set search_path = app, pg_temp as $$
    insert into app.item
    select in_town, item_code, coalesce((data ->> 'version')::int, 1), data ->> 'dept', data ->> 'workflow',
           app.text_list(data -> 'joint'), steps.depts,
           array(select distinct d from unnest(array[data ->> 'dept'] || app.text_list(data -> 'joint')
                     || array(select value from jsonb_each_text(steps.depts))) d where d <> '')
      from (select coalesce(jsonb_object_agg(s ->> 'code', s ->> 'dept')
                            filter (where coalesce(s ->> 'dept', '') not in ('', data ->> 'dept')), '{}')
                       as depts
              from jsonb_array_elements(coalesce(data -> 'steps', '[]')) s) steps
        on conflict (town, code, version) do update set dept = excluded.dept,
               workflow = excluded.workflow, joint = excluded.joint, step_depts = excluded.step_depts,
               depts = excluded.depts
$$;

-- A definition as rows: its states with their owners and groups, its actions once for each state that
-- they leave. A published version never changes.
create function app.put_definition(in_town int, code text, data jsonb) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    nth int := coalesce((data ->> 'version')::int, 1);
begin
    if exists (select from app.state s where s.town = in_town and s.workflow = code and s.version = nth) then
        return;
    end if;
    insert into app.state
    select in_town, code, nth, s ->> 'id', place::int, coalesce(s ->> 'phase', 'review'),
           coalesce(s ->> 'phase', '') in ('closed', 'refused', 'withdrawn', 'lapsed', 'void'),
           coalesce(s ->> 'step', ''), coalesce(s -> 'group' ->> 'role', s -> 'owner' ->> 'role'),
           case when s -> 'group' is null then coalesce(s -> 'owner' ->> 'dept', 'lead')
                when s -> 'group' ->> 'members' = 'jointDepts' then 'member' else 'step' end,
           case when s -> 'group' is not null then coalesce(s -> 'group' ->> 'members', 'seats') end,
           coalesce((s -> 'group' ->> 'seats')::int, 0), coalesce(s -> 'group' ->> 'rule', 'all'),
           coalesce((s -> 'group' ->> 'quorum')::int, 0),
           coalesce(s -> 'group' ->> 'onRefusal', 'counted'), coalesce(s -> 'group' ->> 'next', '')
      from jsonb_array_elements(data -> 'states') with ordinality t(s, place);
    insert into app.action
    select in_town, code, nth, leaves, a ->> 'id', coalesce(a ->> 'sort', 'forward'),
           coalesce(a ->> 'to', ''), app.text_list(a -> 'roles'), coalesce(a ->> 'eye', ''),
           coalesce(a ->> 'verdict', 'none'), coalesce(a ->> 'offline', 'free'),
           coalesce((data ->> 'fourEyes')::boolean, true), s.owner_role, s.owner_dept, s.step, s.place,
           s.members is not null
      from jsonb_array_elements(data -> 'actions') a, jsonb_array_elements_text(a -> 'from') leaves
      join app.state s on s.town = in_town and s.workflow = code and s.version = nth and s.state = leaves;
end $$;

-- A retired person or window is gone for what is new; items and definitions stay for running cases.
create function app.put_row(in_town int, item jsonb) returns void
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    row_code text := item ->> 'code';
    data jsonb := nullif(item -> 'data', 'null');
begin
    if row_code is null or jsonb_typeof(data) <> 'object' then
        perform app.fail('form');
    elsif data is null then
        update app.staff s set is_disabled = true
         where item ->> 'kind' = 'staff' and s.town = in_town and s.code = row_code;
        delete from app.hall_window w
         where item ->> 'kind' = 'window' and w.town = in_town and w.code = row_code;
    elsif item ->> 'kind' = 'staff' then
        perform app.put_staff(in_town, row_code, data);
    elsif item ->> 'kind' = 'window' then
        perform app.put_window(in_town, row_code, data);
    elsif item ->> 'kind' = 'item' then
        perform app.put_item(in_town, row_code, data);
    elsif item ->> 'kind' = 'definition' then
        perform app.put_definition(in_town, row_code, data);
    end if;
exception when data_exception or not_null_violation or undefined_function then
    perform app.fail('form');
end $$;

-- Events and rows together or not at all: the answer of a refused publication says why, and nothing
-- of it was taken.
create function app.publish(in_town int, place app.station, events text, rows_text text, mode text)
returns text
language plpgsql volatile set search_path = app, pg_temp as $$
declare
    answer text;
    one jsonb;
begin
    begin
        perform from app.town where town = in_town for update;
        for one in select value from jsonb_array_elements(rows_text::jsonb) loop
            perform app.put_row(in_town, one);
        end loop;
        answer := app.take(in_town, place, events, mode);
        if answer ~ '\[[2-5],0,' or answer ~ '"clone":true' then
            raise exception using errcode = 'HA004', message = 'refused';
        end if;
    exception when sqlstate 'HA004' then
        null; -- what was written is taken back, the answer stays
    end;
    return answer;
end $$;

create function api.publish_inside(events text, rows_text text) returns text
language plpgsql volatile security definer set search_path = app, pg_temp as $$
declare
    person app.staff;
    place app.station;
begin
    perform app.require_call('api.publish(text,text,text)');
    person := app.me();
    if not exists (select from unnest(person.posts) p where app.post_role(p) = 'administrator') then
        perform app.fail('post');
    end if;
    if octet_length(events) > 4194304 or octet_length(rows_text) > 16777216 then
        perform app.fail('size');
    end if;
    -- the author is the person of this session, at the station that he wrote them at
    if exists (select from json_array_elements(events::json) e
                where (e ->> 'e')::json ->> 'actor' is distinct from person.code
                   or split_part((e ->> 'e')::json ->> 'post', '/', 2) is distinct from 'administrator') then
        perform app.fail('post');
    end if;
    select s.* into place from app.station s
     where s.town = person.town and not s.is_closed
       and s.code = (events::json -> 0 ->> 'e')::json ->> 'station';
    if not found then perform app.fail('station'); end if;
    place := app.locked(place);
    return app.publish(person.town, place, events, rows_text, 'publish');
end $$;

create procedure api.publish(events text, rows_text text, inout answer text)
language plpgsql as $$
begin
    answer := api.publish_inside(events, rows_text);
    commit;
end $$;

grant execute on function api.publish_inside(text, text) to onehall_person;
grant execute on procedure api.publish(text, text, text) to onehall_person;
