-- Who owns what, and what nobody may do. The only step that needs a superuser for what it does:
-- roles, rights on PostgreSQL's own functions and settings of the database. Roles belong to the
-- whole server, so each is made only where it is missing.

do $$
begin
    if current_setting('server_encoding') <> 'UTF8' then
        raise exception 'the database must be made with encoding UTF8';
    end if;
    if current_setting('server_version_num')::int < 130000 then
        raise exception 'PostgreSQL 13 or newer is needed';
    end if;
end $$;

do $$
declare
    wanted text;
begin
    foreach wanted in array array['onehall_owner', 'onehall_roles', 'onehall_station',
                                  'onehall_person', 'onehall_admin'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            execute format('create role %I nologin', wanted);
        end if;
    end loop;
end $$;

-- The maker of roles has no login: nobody can be it, its functions below only lend it.
alter role onehall_roles nologin createrole;
grant onehall_station, onehall_person, onehall_admin to onehall_roles with admin option;
grant pg_signal_backend to onehall_roles;

create schema app authorization onehall_owner;   -- tables and helpers: nobody has a right here
create schema api authorization onehall_owner;   -- what stations and persons may call
create schema admin authorization onehall_owner; -- what the administrator's tool may call
revoke all on schema app, api, admin from public;
grant usage on schema api to onehall_station, onehall_person;
grant usage on schema admin to onehall_admin;
-- plpgsql of an INVOKER procedure is run by the caller, who needs no right on the language for it.
revoke all on schema public from public;
revoke usage on language plpgsql from public;
grant usage on language plpgsql to onehall_owner, onehall_roles;

-- A new function is executable by everybody unless this is said first.
alter default privileges for role onehall_owner revoke all on routines from public;
alter default privileges for role onehall_roles revoke all on routines from public;
alter default privileges for role onehall_owner revoke all on tables from public;

do $$
declare
    base text := quote_ident(current_database());
    closed regprocedure;
begin
    execute 'revoke all on database ' || base || ' from public';
    execute 'grant connect on database ' || base
         || ' to onehall_station, onehall_person, onehall_admin, onehall_owner';
    -- A role is an SQL prompt. These cannot be set back by an ordinary role …
    execute 'alter database ' || base || ' set temp_file_limit = ''256MB''';
    execute 'alter database ' || base || ' set lc_messages = ''C''';
    -- … these can; they protect from accidents only.
    execute 'alter database ' || base || ' set idle_in_transaction_session_timeout = ''30s''';
    execute 'alter database ' || base || ' set lock_timeout = ''20s''';
    execute 'alter database ' || base || ' set jit = off'; -- dear for many short statements
    execute 'alter database ' || base || ' set timezone = ''UTC''';
    -- Large objects and WAL messages fill the disk, advisory locks freeze others.
    for closed in
        select oid::regprocedure from pg_proc
         where pronamespace = 'pg_catalog'::regnamespace
           and (proname ~ '^(lo_|lo(read|write)$|pg_(try_)?advisory_)'
                or proname = 'pg_logical_emit_message')
    loop
        execute 'revoke all on function ' || closed || ' from public';
    end loop;
end $$;

-- ---- the functions of the maker of roles -------------------------------------------------------
-- Each accepts only names of our pattern and roles that it made itself, and only a SCRAM verifier:
-- a password in plain text never reaches this server.

create function app.require_role_name(role text) returns text
language plpgsql immutable set search_path = app, pg_temp as $$
begin
    if role !~ '^(s_[0-9]{9}_[a-z0-9]{3}|[pa]_[0-9]{9}_[a-z0-9][a-z0-9_.-]{0,39})$' then
        raise exception using errcode = 'HA001', message = 'form';
    end if;
    return case left(role, 1) when 's' then 'onehall_station' when 'p' then 'onehall_person'
                              else 'onehall_admin' end;
end $$;

create function app.require_verifier(verifier text) returns void
language plpgsql immutable set search_path = app, pg_temp as $$
begin
    if verifier is null or verifier
       !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{16,}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' then
        raise exception using errcode = 'HA001', message = 'verifier';
    end if;
    if split_part(split_part(verifier, '$', 2), ':', 1)::int < 4096 then
        raise exception using errcode = 'HA001', message = 'verifier';
    end if;
end $$;

-- Makes a login role, or gives an existing one a new password and opens it again.
create function app.make_login(role text, verifier text) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
declare
    family text := app.require_role_name(role);
    places int := case left(role, 1) when 's' then 6 else 8 end;
begin
    perform app.require_verifier(verifier);
    if not exists (select from pg_roles where rolname = role) then
        execute format('create role %I login nosuperuser nocreatedb nocreaterole noreplication '
                       'connection limit %s password %L', role, places, verifier);
        execute format('grant %I to %I', family, role);
    elsif pg_has_role(role, family, 'member') then
        execute format('alter role %I login password %L', role, verifier);
    else
        raise exception using errcode = 'HA001', message = 'used';
    end if;
end $$;

-- Closes a login role and ends its sessions.
create function app.close_login(role text) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
declare
    family text := app.require_role_name(role);
begin
    if not exists (select from pg_roles where rolname = role) then
        return;
    end if;
    if not pg_has_role(role, family, 'member') then
        raise exception using errcode = 'HA001', message = 'used';
    end if;
    execute format('alter role %I nologin', role);
    perform pg_terminate_backend(pid) from pg_stat_activity
      where usename = role and pid <> pg_backend_pid();
end $$;

create function app.set_verifier(role text, verifier text) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
begin
    perform app.require_role_name(role), app.require_verifier(verifier);
    execute format('alter role %I password %L', role, verifier);
end $$;

grant create, usage on schema app to onehall_roles;
alter function app.require_role_name(text) owner to onehall_roles;
alter function app.require_verifier(text) owner to onehall_roles;
alter function app.make_login(text, text) owner to onehall_roles;
alter function app.close_login(text) owner to onehall_roles;
alter function app.set_verifier(text, text) owner to onehall_roles;
revoke create on schema app from onehall_roles;
revoke all on all functions in schema app from public;
grant execute on all functions in schema app to onehall_owner;
