-- What a moved event does to its case: the rules of decide and fold (app/domain) against the published
-- rows. Each judgement gives the stream as it will be, or refuses. Bodies are not read: conditions on
-- data (materials, fees, findings) are the workstation's.
set local role onehall_owner;

create function app.with_eye(eyes jsonb, eye text, actor text) returns jsonb
language plpgsql immutable as $$
begin
    return eyes || jsonb_build_object(eye, coalesce(eyes -> eye, '[]') || to_jsonb(actor));
end $$;

-- Enters a state on the main line; opens the branches of its group, each of which expects the event
-- that opened it (fold's enterState and openGroup).
create function app.enter_state(st app.stream, to_state text, event uuid) returns app.stream
language plpgsql stable as $$
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
language plpgsql immutable as $$
declare
    members int;
    ended int;
    refused int;
begin
    select count(*), count(*) filter (where (value ->> 'ended')::boolean),
           count(*) filter (where (value ->> 'ended')::boolean and (value ->> 'refused')::boolean)
      into members, ended, refused
      from jsonb_each(branches);
    if refused > 0 and s.on_refusal = 'endsGroup' then
        return true;
    end if;
    return ended = members or case s.rule when 'any' then ended > refused
                                          when 'quorum' then ended - refused >= s.quorum
                                          when 'veto' then refused > 0
                                          else false end;
end $$;

-- A timer never beats a person: an act of before its instant finds the case as it was.
create function app.without_timer(st app.stream, o app.offer) returns app.stream
language plpgsql stable as $$
declare
    was jsonb := st.before_timer;
begin
    if o.actor = '' or o.branch <> 'main' or was ->> 'state' <> o.from_state
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

-- Nobody is the author of a timer's event; what it may do is narrow. Five working days are never
-- over before five days are.
create function app.check_timer(o app.offer, rule app.action, registered_at bigint) returns void
language plpgsql stable as $$
begin
    if o.branch <> 'main' or o.post <> '' or o.station <> '' then
        perform app.refuse('form');
    elsif o.acted_at > app.now_ms() then
        perform app.refuse('future');
    elsif o.to_state <> rule.to_state
       or o.action = 'deemedAccepted' and o.acted_at < registered_at + 432000000
       or o.action <> 'deemedAccepted' and rule.sort <> 'lapse' then
        perform app.refuse('state');
    end if;
end $$;

-- Four eyes: who acted under one eye of a case may not act under another one; two seats of a group
-- want two persons. Called only where the actor is named in the case's eyes or branches.
create function app.check_eyes(eyes jsonb, branches jsonb, branch text, rule app.action, actor text)
returns void
language plpgsql stable as $$
begin
    if rule.has_four_eyes
       and exists (select from jsonb_each(eyes) e where e.key <> rule.eye and e.value ? actor)
       or exists (select from jsonb_each(branches) b
                   where b.key <> branch and (b.value ->> 'ended')::boolean
                     and b.value ->> 'actor' = actor) then
        perform app.refuse('eyes');
    end if;
end $$;

-- States that a Back action may name: earlier, with an owner, and never before acceptance.
create function app.is_earlier(rule app.action, target text) returns boolean
language plpgsql stable as $$
begin
    return exists (select from app.state s
                    where s.town = rule.town and s.workflow = rule.workflow and s.version = rule.version
                      and s.state = target and s.place < rule.place
                      and s.owner_role is not null and s.phase not in ('received', 'correction'));
end $$;

create function app.check_claim(o app.offer, in_town int) returns void
language plpgsql stable as $$
begin
    if not exists (select from app.claim c
                    where c.town = in_town and c.stream = o.stream and c.branch = o.branch
                      and c.action = o.action and c.staff = o.actor and c.until >= o.acted_at) then
        perform app.refuse('claim');
    end if;
end $$;

-- The case after the move (fold's applyMoved).
create function app.moved(st app.stream, rule app.action, o app.offer) returns app.stream
language plpgsql stable as $$
declare
    here app.state;
begin
    st.before_timer := case when o.actor = '' then jsonb_build_object(
        'state', st.state, 'phase', st.phase, 'last', st.last, 'stopped', st.is_stopped,
        'resumeAt', st.resume_at, 'branches', st.branches, 'timer', o.id, 'dueAt', o.acted_at) end;
    if rule.sort in ('suspend', 'resume') then
        st.is_stopped := rule.sort = 'suspend';
        st.last := o.id;
        return st;
    end if;
    if rule.eye <> '' and o.actor <> '' then
        st.eyes := app.with_eye(st.eyes, rule.eye, o.actor);
    end if;
    if o.branch = 'main' then
        st.branches := '{}';
        st.last := o.id;
        st.resume_at := case when rule.sort = 'back' then o.from_state end;
        return app.enter_state(st, o.to_state, o.id);
    end if;
    st.branches := jsonb_set(st.branches, array[o.branch], (st.branches -> o.branch)
        || jsonb_build_object('ended', true, 'refused', rule.verdict = 'deny',
                              'actor', o.actor, 'last', o.id));
    select * into here from app.state
     where town = st.town and workflow = st.workflow and version = st.definition and state = st.state;
    if app.group_ended(st.branches, here) then
        st.branches := '{}';
        return app.enter_state(st, here.next_state, o.id);
    end if;
    return st;
end $$;

create function app.judge_moved(st app.stream, o app.offer) returns app.stream
language plpgsql stable as $$
declare
    is_main boolean := o.branch = 'main';
    role text := split_part(o.post, '/', 2);
    member jsonb; -- the branch of a group
    rule app.action;
begin
    if st.before_timer is not null then
        st := app.without_timer(st, o);
    end if;
    if not st.is_open then
        perform app.refuse('closed');
    end if;
    if not is_main then
        member := st.branches -> o.branch;
    end if;
    if o.from_state <> st.state
       or not is_main and (member is null or (member ->> 'ended')::boolean)
       or o.expects is distinct from
          (case when is_main then st.last else (member ->> 'last')::uuid end) then
        perform app.refuse('state');
    end if;
    select * into rule from app.action
     where town = st.town and workflow = st.workflow and version = st.definition
       and from_state = st.state
       and action = case when o.actor = '' and o.action = 'deemedAccepted' then 'accept'
                         else o.action end;
    -- a member's action is for its branch, never for the main line
    if not found
       or rule.has_group and (rule.to_state = '' and rule.sort = 'forward') = is_main then
        perform app.refuse('state');
    end if;
    if o.actor = '' then
        perform app.check_timer(o, rule, st.registered_at);
        return app.moved(st, rule, o);
    end if;
    -- post, department, eyes, stop and target, in decide's order
    if role <> all (rule.roles) then
        perform app.refuse('post');
    end if;
    -- the state's own people act for its department, anybody else for the one that the case belongs to
    if role <> 'manager' and not app.serves(st.town, o.post, case
            when rule.owner_role is distinct from role or rule.owner_dept = 'lead' then st.dept
            when rule.owner_dept = 'member' then coalesce(member ->> 'member', '')
            when rule.owner_dept = 'hall' then ''
            else coalesce(st.step_depts ->> rule.step, st.dept) end) then
        perform app.refuse('department');
    end if;
    if rule.eye <> '' and position('"' || o.actor || '"' in st.eyes::text || st.branches::text) > 0 then
        perform app.check_eyes(st.eyes, st.branches, o.branch, rule, o.actor);
    end if;
    if rule.offline = 'online' then
        perform app.check_claim(o, st.town);
    end if;
    if st.is_stopped and rule.sort in ('suspend', 'forward')
       or not st.is_stopped and rule.sort = 'resume'
       -- whether a returned case resumes stands in a body: both ways are allowed here, fold knows
       or (case when not is_main then o.to_state <> (case rule.verdict when 'deny' then 'refused'
                                                                       else 'agreed' end)
                when rule.sort = 'back' then not app.is_earlier(rule, o.to_state)
                when rule.sort in ('suspend', 'resume') then o.to_state <> st.state
                when rule.sort = 'forward' and rule.verdict = 'none'
                     and o.to_state = st.resume_at then false
                else o.to_state <> rule.to_state end) then
        perform app.refuse('state');
    end if;
    return app.moved(st, rule, o);
end $$;
