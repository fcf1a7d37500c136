-- A plan that was made while the hall was new read all its streams for one number, as long as the
-- session lived: each index of a table of one row seems as good as any other. In the order of the numbers (push
-- forbids to sort) only theirs will do; an equality would make that order mean nothing.
set local role onehall_owner;

create function app.is_numbered(in_town int, wanted text) returns boolean
language plpgsql stable as $$
begin
    perform from app.stream s
      where s.town = in_town and s.number >= wanted and s.number <= wanted
      order by s.number limit 1;
    return found;
end $$;

-- As in 0007.
create or replace function app.judge_registered(in_town int, o app.offer) returns app.stream
language plpgsql stable as $$
declare
    st app.stream;
    it app.item;
begin
    if o.action <> 'register' or o.from_state <> '' or o.to_state <> 'received' or o.branch <> 'main'
       or o.expects is not null or o.lost <> '{}' then
        perform app.refuse('form');
    end if;
    if split_part(o.post, '/', 2) <> 'clerk' then
        perform app.refuse('post');
    end if;
    select * into it from app.item
     where town = in_town and code = o.head ->> 'item' and version = (o.head ->> 'itemVersion')::int;
    if not found or it.dept is distinct from o.head ->> 'dept'
       or it.workflow is distinct from o.head ->> 'workflow'
       or not exists (select from app.state
                       where town = in_town and workflow = it.workflow
                         and version = (o.head ->> 'definition')::int and state = 'received') then
        perform app.refuse('state'); -- not published here (yet)
    end if;
    if not app.serves(in_town, o.post, it.dept) or o.gained <> array[it.dept] then
        perform app.refuse('department');
    end if;
    -- The check character is the workstation's care; region, station and uniqueness are the town's.
    if coalesce(o.head ->> 'number', '') !~ '^[0-9]{9}-[0-9]{8}-[0-9A-Z]{3}-[0-9]{4}-[0-9A-Z]$'
       or left(o.head ->> 'number', 9)::int <> in_town or substr(o.head ->> 'number', 20, 3) <> o.station
       or app.is_numbered(in_town, o.head ->> 'number') then
        perform app.refuse('number');
    end if;
    st := app.new_stream(in_town, o, '{}');
    st.number := o.head ->> 'number';
    st.item := it.code;
    st.item_version := it.version;
    st.dept := it.dept;
    st.depts := it.depts;
    st.step_depts := it.step_depts;
    st.workflow := it.workflow;
    st.definition := (o.head ->> 'definition')::int;
    st.state := 'received';
    st.phase := 'received';
    st.last := o.id;
    return st;
end $$;

