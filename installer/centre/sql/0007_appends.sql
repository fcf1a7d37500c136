-- Events that append to a case and never conflict, tills, and the hall's own stream.
set local role onehall_owner;

-- May somebody in this post add to the case: his department has to do with it, or the case has come
-- into what he sees.
create function app.may_append(st app.stream, post text) returns boolean
language plpgsql stable set search_path = app, pg_temp as $$
declare
    own text := app.post_dept(post);
    scopes text[];
begin
    if own <> '' and (own = any(st.scopes) or own = any(st.depts)) then
        return true;
    end if;
    scopes := app.post_scopes(st.town, post);
    return '*' = any(scopes) or scopes && st.scopes
        or (app.post_role(post) = 'cashier' and exists (
                select from app.hall_window where town = st.town and depts @> array[own]
                   and depts && st.depts));
end $$;

create function app.judge_append(before app.stream, o app.offer) returns app.judgement
language plpgsql stable set search_path = app, pg_temp as $$
declare
    st app.stream := before;
begin
    if o.from_state <> '' or o.to_state <> '' or o.expects is not null or o.actor = '' then
        return app.refusal(before, 4, 'form');
    end if;
    if not st.is_open and o.type not in ('note', 'paper', 'paid') then
        return app.refusal(before, 2, 'closed');
    end if;
    if o.type = 'paid' then
        if app.post_role(o.post) <> 'cashier' then
            return app.refusal(before, 3, 'post');
        end if;
        if o.action = 'pay' then -- the same two eyes as a move's
            if st.eyes -> 'accept' ->> -1 = o.actor then
                return app.refusal(before, 3, 'eyes');
            end if;
            st.eyes := app.with_eye(st.eyes, 'pay', o.actor);
        end if;
    elsif not app.may_append(st, o.post) then
        return app.refusal(before, 3, 'department');
    end if;
    return (st, null, null)::app.judgement;
end $$;

-- Tills belong to cashiers; the first event of the day opens the stream.
create function app.judge_till(before app.stream, o app.offer, is_new boolean) returns app.judgement
language plpgsql stable set search_path = app, pg_temp as $$
begin
    if o.to_state <> '' or o.head <> '{}' or o.gained <> '{}' or o.lost <> '{}' then
        return app.refusal(before, 4, 'form');
    end if;
    if app.post_role(o.post) <> 'cashier' then
        return app.refusal(before, 3, 'post');
    end if;
    if is_new <> (o.type = 'tillOpened') or not is_new and not before.is_open then
        return app.refusal(before, 2, case when is_new then 'state' else 'closed' end);
    end if;
    if is_new then
        before := app.plain_stream(o, array['till']);
    end if;
    before.is_open := o.type <> 'tillClosed';
    return (before, null, null)::app.judgement;
end $$;

-- A stream that has no workflow.
create function app.plain_stream(o app.offer, scopes text[]) returns app.stream
language plpgsql stable set search_path = app, pg_temp as $$
declare
    st app.stream;
begin
    st.town := app.my_town();
    st.stream := o.stream;
    st.kind := o.kind;
    st.scopes := scopes;
    st.is_open := true;
    st.item := '';
    st.item_version := 0;
    st.dept := '';
    st.depts := '{}';
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

-- One event against its stream: by the stream's kind and the event's type.
create function app.judge(before app.stream, o app.offer, is_new boolean) returns app.judgement
language plpgsql stable set search_path = app, pg_temp as $$
begin
    if not is_new and before.kind <> o.kind then
        return app.refusal(before, 4, 'form');
    end if;
    if o.kind = 3 then
        return app.judge_till(before, o, is_new);
    end if;
    if o.type = 'registered' then
        return case when is_new then app.judge_registered(o) else app.refusal(before, 2, 'state') end;
    end if;
    if is_new then
        return app.refusal(before, 2, 'state'); -- its first event is not here
    end if;
    if o.head <> '{}' then
        if o.head ? 'number' then
            return app.refusal(before, 2, 'number');
        end if;
        if o.type <> 'edited' or (o.head - array['name', 'idNumber', 'phone']) <> '{}' then
            return app.refusal(before, 4, 'form');
        end if;
    end if;
    if not app.may_scope(before, o) then
        return app.refusal(before, 3, 'department');
    end if;
    return case when o.type = 'moved' then app.judge_moved(before, o)
                else app.judge_append(before, o) end;
end $$;

-- A case enters only departments that have to do with its item and offices of the whole hall; it
-- leaves one only by a manager, never its own.
create function app.may_scope(st app.stream, o app.offer) returns boolean
language sql immutable as $$
    select o.gained <@ (st.depts || array['clerk', 'reviewer', 'co_reviewer', 'surveyor', 'dept_leader',
                                          'town_leader', 'certifier', 'cashier', 'manager'])
       and (o.lost = '{}' or (split_part(o.post, '/', 2) = 'manager' and not st.dept = any(o.lost)))
$$;
