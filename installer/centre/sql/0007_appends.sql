-- Events that open a case, append to it and never conflict, and tills.
set local role onehall_owner;

-- A stream as it begins.
create function app.new_stream(in_town int, o app.offer, scopes text[]) returns app.stream
language plpgsql stable as $$
declare
    st app.stream;
begin
    st.town := in_town;
    st.stream := o.stream;
    st.kind := o.kind;
    st.scopes := scopes;
    st.is_open := true;
    st.item := '';
    st.item_version := 0;
    st.dept := '';
    st.depts := '{}';
    st.step_depts := '{}';
    st.workflow := '';
    st.definition := 0;
    st.registered_at := o.acted_at;
    st.state := '';
    st.phase := '';
    st.is_stopped := false;
    st.branches := '{}';
    st.eyes := '{}';
    st.overtaken := '{}';
    return st;
end $$;

create function app.judge_registered(in_town int, o app.offer) returns app.stream
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
       or exists (select from app.stream where town = in_town and number = o.head ->> 'number') then
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

-- May somebody in this post add to the case: his department has to do with it, or the case has come
-- into what he sees.
create function app.may_append(in_town int, depts text[], case_scopes text[], post text) returns boolean
language plpgsql stable as $$
declare
    own text := split_part(post, '/', 1);
    mine text[] := app.post_scopes(in_town, post);
begin
    return '*' = any(mine) or mine && case_scopes
        or (split_part(post, '/', 2) = 'cashier' and exists (
                select from app.hall_window w where w.town = in_town and w.depts @> array[own]
                   and w.depts && may_append.depts));
end $$;

create function app.judge_paid(st app.stream, o app.offer) returns app.stream
language plpgsql stable as $$
begin
    if split_part(o.post, '/', 2) <> 'cashier' then
        perform app.refuse('post');
    end if;
    if o.action = 'pay' then -- who accepted the case does not take its money
        if st.eyes -> 'accept' ->> -1 = o.actor then
            perform app.refuse('eyes');
        end if;
        st.eyes := app.with_eye(st.eyes, 'pay', o.actor);
    end if;
    return st;
end $$;

-- Tills belong to cashiers; the first event of the day opens the stream.
create function app.judge_till(in_town int, st app.stream, o app.offer) returns app.stream
language plpgsql stable as $$
begin
    if o.to_state <> '' or o.head <> '{}' or o.gained <> '{}' or o.lost <> '{}' then
        perform app.refuse('form');
    end if;
    if split_part(o.post, '/', 2) <> 'cashier' then
        perform app.refuse('post');
    end if;
    if (st.stream is null) <> (o.type = 'tillOpened') then
        perform app.refuse('state');
    end if;
    if st.stream is null then
        return app.new_stream(in_town, o, array['till']);
    end if;
    if not st.is_open then
        perform app.refuse('closed');
    end if;
    st.is_open := o.type <> 'tillClosed';
    return st;
end $$;

-- A case enters only departments that have to do with its item and offices of the whole hall; it
-- leaves one only by a manager, never its own. After the first event only an edit sets the head anew.
create function app.check_frame(st app.stream, o app.offer) returns void
language plpgsql stable as $$
begin
    if o.head <> '{}' then
        if o.head ? 'number' then
            perform app.refuse('number');
        end if;
        if o.type <> 'edited' or (o.head - array['name', 'idNumber', 'phone']) <> '{}' then
            perform app.refuse('form');
        end if;
    end if;
    if o.gained <> '{}' and not o.gained <@ (st.depts || array['town_leader', 'cashier', 'manager'])
       or o.lost <> '{}' and (split_part(o.post, '/', 2) <> 'manager' or st.dept = any(o.lost)) then
        perform app.refuse('department');
    end if;
end $$;

-- One event against its stream (null: the stream is not here yet).
create function app.judge(in_town int, st app.stream, o app.offer) returns app.stream
language plpgsql stable as $$
begin
    if st.stream is not null and st.kind <> o.kind then
        perform app.refuse('form');
    end if;
    if o.kind = 3 then
        return app.judge_till(in_town, st, o);
    end if;
    if o.type = 'registered' and st.stream is null then
        return app.judge_registered(in_town, o);
    end if;
    if o.type = 'registered' or st.stream is null then
        perform app.refuse('state'); -- a second beginning, or its first event is not here
    end if;
    if o.head <> '{}' or o.gained <> '{}' or o.lost <> '{}' then
        perform app.check_frame(st, o);
    end if;
    if o.type = 'moved' then
        return app.judge_moved(st, o);
    end if;
    -- the rest appends
    if o.from_state <> '' or o.to_state <> '' or o.expects is not null or o.actor = '' then
        perform app.refuse('form');
    end if;
    if not st.is_open and o.type not in ('note', 'paper', 'paid') then
        perform app.refuse('closed');
    end if;
    if o.type = 'paid' then
        return app.judge_paid(st, o);
    end if;
    if split_part(o.post, '/', 1) <> all (st.depts || st.scopes)
       and not app.may_append(in_town, st.depts, st.scopes, o.post) then
        perform app.refuse('department');
    end if;
    return st;
end $$;
