-- What an event does to its case: the rules of decide and fold (app/domain) against the published
-- rows. A judgement is the stream as it will be, or a refusal. Bodies are not read: conditions on
-- data (materials, fees, findings) are the workstation's.
set local role onehall_owner;

create type app.judgement as (st app.stream, code smallint, reason text);

create function app.refusal(st app.stream, code int, reason text) returns app.judgement
language sql immutable as $$ select (st, code::smallint, reason)::app.judgement $$;

-- ---- registered --------------------------------------------------------------------------------
create function app.judge_registered(o app.offer) returns app.judgement
language plpgsql stable set search_path = app, pg_temp as $$
declare
    st app.stream;
    it app.item;
    in_town int := app.my_town();
begin
    if o.action <> 'register' or o.from_state <> '' or o.to_state <> 'received' or o.branch <> 'main'
       or o.expects is not null or o.lost <> '{}' then
        return app.refusal(st, 4, 'form');
    end if;
    if app.post_role(o.post) <> 'clerk' then
        return app.refusal(st, 3, 'post');
    end if;
    select * into it from app.item
     where town = in_town and code = o.head ->> 'item' and version = (o.head ->> 'itemVersion')::int;
    if not found or it.dept is distinct from o.head ->> 'dept'
       or it.workflow is distinct from o.head ->> 'workflow'
       or not exists (select from app.state
                       where town = in_town and workflow = it.workflow
                         and version = (o.head ->> 'definition')::int and state = 'received') then
        return app.refusal(st, 2, 'state'); -- not published here (yet)
    end if;
    if not app.serves(in_town, o.post, it.dept) or o.gained <> array[it.dept] then
        return app.refusal(st, 3, 'department');
    end if;
    -- The check character is the workstation's care; region, station and uniqueness are the town's.
    if coalesce(o.head ->> 'number', '') !~ ('^' || lpad(in_town::text, 9, '0') || '-[0-9]{8}-'
                                             || o.station || '-[0-9]{4}-[0-9A-Z]$')
       or exists (select from app.stream where town = in_town and number = o.head ->> 'number') then
        return app.refusal(st, 2, 'number');
    end if;
    st.town := in_town;
    st.stream := o.stream;
    st.kind := 1;
    st.scopes := '{}';
    st.is_open := true;
    st.number := o.head ->> 'number';
    st.item := it.code;
    st.item_version := it.version;
    st.dept := it.dept;
    st.depts := it.depts;
    st.workflow := it.workflow;
    st.definition := (o.head ->> 'definition')::int;
    st.registered_at := o.acted_at;
    st.state := 'received';
    st.phase := 'received';
    st.last := o.id;
    st.is_stopped := false;
    st.branches := '{}';
    st.eyes := '{}';
    st.overtaken := '{}';
    return (st, null, null)::app.judgement;
end $$;

-- ---- moved -------------------------------------------------------------------------------------
-- The department that must act in a state (decide's departmentOf).
create function app.acting_dept(st app.stream, rule text, step text, member text) returns text
language sql stable set search_path = app, pg_temp as $$
    select case rule
        when 'member' then coalesce(member, '')
        when 'hall' then ''
        when 'step' then coalesce(nullif((select it.step_depts ->> step from app.item it
             where it.town = st.town and it.code = st.item and it.version = st.item_version), ''), st.dept)
        else st.dept end
$$;

-- Four eyes: who acted under one eye of a case may not act under another one.
create function app.sees_twice(eyes jsonb, own_eye text, actor text) returns boolean
language sql immutable as $$
    select exists (select from jsonb_each(eyes) e where e.key <> own_eye and e.value ? actor)
$$;

create function app.with_eye(eyes jsonb, eye text, actor text) returns jsonb
language sql immutable as $$
    select eyes || jsonb_build_object(eye, coalesce(eyes -> eye, '[]') || to_jsonb(actor))
$$;

-- Enters a state on the main line; opens the branches of its group, each of which expects the event
-- that opened it (fold's enterState and openGroup).
create function app.enter_state(st app.stream, to_state text, event uuid) returns app.stream
language plpgsql stable set search_path = app, pg_temp as $$
declare
    s app.state;
begin
    st.state := to_state;
    select * into s from app.state
     where town = st.town and workflow = st.workflow and version = st.definition and state = to_state;
    if not found then
        return st;
    end if;
    st.phase := s.phase;
    st.is_open := not s.is_end;
    if s.members is not null then
        select coalesce(jsonb_object_agg(s.state || '/' || m, jsonb_build_object(
                   'last', event, 'member', m, 'ended', false, 'refused', false, 'actor', '')), '{}')
          into st.branches
          from unnest(case when s.members = 'seats'
                           then (select array_agg(n::text) from generate_series(1, s.seats) n)
                           else (select joint from app.item where town = st.town and code = st.item
                                    and version = st.item_version) end) m;
    end if;
    return st;
end $$;

-- Whether a group has ended by its rule (fold's groupHasEnded).
create function app.group_ended(branches jsonb, s app.state) returns boolean
language sql immutable as $$
    select case when refused > 0 and s.on_refusal = 'endsGroup' then true
                else case s.rule when 'any' then agreed > 0 or ended = members
                                 when 'quorum' then agreed >= s.quorum or ended = members
                                 when 'veto' then refused > 0 or ended = members
                                 else ended = members end end
      from (select count(*) as members,
                   count(*) filter (where (value ->> 'ended')::boolean) as ended,
                   count(*) filter (where (value ->> 'ended')::boolean
                                      and (value ->> 'refused')::boolean) as refused,
                   count(*) filter (where (value ->> 'ended')::boolean
                                      and not (value ->> 'refused')::boolean) as agreed
              from jsonb_each(branches)) counted
$$;

-- A timer never beats a person: an act of before its instant finds the case as it was.
create function app.without_timer(st app.stream, o app.offer) returns app.stream
language plpgsql stable set search_path = app, pg_temp as $$
declare
    was jsonb := st.before_timer;
begin
    if was is null or o.actor = '' or o.branch <> 'main' or was ->> 'state' <> o.from_state
       or (was ->> 'last')::uuid is distinct from o.expects
       or o.acted_at >= (was ->> 'dueAt')::bigint then
        return st;
    end if;
    st.overtaken := st.overtaken || (was ->> 'timer')::uuid;
    st.state := was ->> 'state';
    st.phase := was ->> 'phase';
    st.last := (was ->> 'last')::uuid;
    st.is_open := true;
    st.is_stopped := (was ->> 'stopped')::boolean;
    st.resume_at := was ->> 'resumeAt';
    st.branches := was -> 'branches';
    st.before_timer := null;
    return st;
end $$;

create function app.judge_moved(before app.stream, o app.offer) returns app.judgement
language plpgsql stable set search_path = app, pg_temp as $$
declare
    st app.stream := app.without_timer(before, o);
    is_timer boolean := o.actor = '';
    branch jsonb;
    rule app.action;
    here app.state;
    fault text;
begin
    if not st.is_open then
        return app.refusal(before, 2, 'closed');
    end if;
    branch := st.branches -> o.branch;
    if o.branch <> 'main' and (branch is null or (branch ->> 'ended')::boolean)
       or o.from_state <> st.state
       or o.expects is distinct from
          (case when o.branch = 'main' then st.last else (branch ->> 'last')::uuid end) then
        return app.refusal(before, 2, 'state');
    end if;
    select * into rule from app.action
     where town = st.town and workflow = st.workflow and version = st.definition
       and from_state = st.state
       and action = case when is_timer and o.action = 'deemedAccepted' then 'accept' else o.action end;
    if not found then
        return app.refusal(before, 2, 'state');
    end if;
    select * into here from app.state
     where town = st.town and workflow = st.workflow and version = st.definition and state = st.state;
    -- A member's action is for its branch, never for the main line.
    if here.members is not null
       and (rule.to_state = '' and rule.sort = 'forward') = (o.branch = 'main') then
        return app.refusal(before, 2, 'state');
    end if;
    fault := case when is_timer then app.timer_fault(st, o, rule)
                  else app.person_fault(st, o, rule, here, branch) end;
    if fault is not null then
        return app.refusal(before, case when fault in ('post', 'department', 'eyes') then 3
                                        when fault in ('future', 'form') then 4 else 2 end, fault);
    end if;
    return (app.moved(st, o, rule, here), null, null)::app.judgement;
end $$;

-- Nobody is the author of a timer's event; what it may do is narrow. Five working days are never
-- over before five days are.
create function app.timer_fault(st app.stream, o app.offer, rule app.action) returns text
language sql stable set search_path = app, pg_temp as $$
    select case when o.branch <> 'main' or o.post <> '' or o.station <> '' then 'form'
                when o.acted_at > app.now_ms() then 'future'
                when o.action = 'deemedAccepted' and o.acted_at < st.registered_at + 432000000 then 'state'
                when o.action <> 'deemedAccepted' and rule.sort <> 'lapse' then 'state'
                when o.to_state <> rule.to_state then 'state' end
$$;

-- Post, department, eyes, stop and target, in decide's order.
create function app.person_fault(st app.stream, o app.offer, rule app.action, here app.state,
                                 branch jsonb) returns text
language plpgsql stable set search_path = app, pg_temp as $$
declare
    role text := app.post_role(o.post);
begin
    if role <> all (rule.roles) then
        return 'post';
    end if;
    if role <> 'manager' and not app.serves(st.town, o.post,
            case when here.owner_role = role
                 then app.acting_dept(st, here.owner_dept, here.step, branch ->> 'member')
                 else st.dept end) then
        return 'department';
    end if;
    if rule.eye <> '' then
        if app.sees_twice(st.eyes, rule.eye, o.actor)
           and (select has_four_eyes from app.definition
                 where town = st.town and workflow = st.workflow and version = st.definition) then
            return 'eyes';
        end if;
        if exists (select from jsonb_each(st.branches) b -- two seats want two persons
                    where b.key <> o.branch and (b.value ->> 'ended')::boolean
                      and b.value ->> 'actor' = o.actor) then
            return 'eyes';
        end if;
    end if;
    if rule.offline = 'online' and not app.has_claim(st, o) then
        return 'claim';
    end if;
    if st.is_stopped and rule.sort in ('suspend', 'forward')
       or not st.is_stopped and rule.sort = 'resume' then
        return 'state';
    end if;
    return case when app.is_target(st, o, rule, here) then null else 'state' end;
end $$;

-- The claim of an act that only goes online (api.claim).
create function app.has_claim(st app.stream, o app.offer) returns boolean
language sql stable set search_path = app, pg_temp as $$
    select exists (select from app.claim c
                    where c.town = st.town and c.stream = st.stream and c.branch = o.branch
                      and c.action = o.action and c.staff = o.actor and c.until >= o.acted_at)
$$;

create function app.is_target(st app.stream, o app.offer, rule app.action, here app.state)
returns boolean
language sql stable set search_path = app, pg_temp as $$
    select case
        when o.branch <> 'main'
            then o.to_state = case rule.verdict when 'deny' then 'refused' else 'agreed' end
        when rule.sort = 'back' -- earlier, with an owner, and never before acceptance
            then exists (select from app.state s
                          where s.town = st.town and s.workflow = st.workflow
                            and s.version = st.definition and s.state = o.to_state
                            and s.place < here.place and s.owner_role is not null
                            and s.phase not in ('received', 'correction'))
        when rule.sort in ('suspend', 'resume') then o.to_state = st.state
        when rule.sort = 'forward' and rule.verdict = 'none' and st.resume_at is not null
            then o.to_state in (rule.to_state, st.resume_at)
        else o.to_state = rule.to_state end
$$;

-- The case after the move (fold's applyMoved).
create function app.moved(st app.stream, o app.offer, rule app.action, here app.state)
returns app.stream
language plpgsql stable set search_path = app, pg_temp as $$
begin
    st.before_timer := case when o.actor = '' then jsonb_build_object(
        'state', st.state, 'phase', st.phase, 'last', st.last, 'stopped', st.is_stopped,
        'resumeAt', st.resume_at, 'branches', st.branches, 'timer', o.id, 'dueAt', o.acted_at) end;
    if rule.sort in ('suspend', 'resume') and o.action <> 'deemedAccepted' then
        st.is_stopped := rule.sort = 'suspend';
        st.last := o.id;
        return st;
    end if;
    if o.branch <> 'main' then
        st.branches := jsonb_set(st.branches, array[o.branch], (st.branches -> o.branch)
            || jsonb_build_object('ended', true, 'refused', rule.verdict = 'deny',
                                  'actor', o.actor, 'last', o.id));
        if app.group_ended(st.branches, here) then
            st.branches := '{}';
            st := app.enter_state(st, here.next_state, o.id);
        end if;
    else
        st.branches := '{}';
        st.last := o.id;
        st.resume_at := case when rule.sort = 'back' then o.from_state end;
        st := app.enter_state(st, o.to_state, o.id);
    end if;
    if rule.eye <> '' and o.actor <> '' then
        st.eyes := app.with_eye(st.eyes, rule.eye, o.actor);
    end if;
    return st;
end $$;
