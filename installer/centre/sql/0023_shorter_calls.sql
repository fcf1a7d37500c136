-- What each call of push costs whether it brings one event or 500. The same answers; in plpgsql, whose
-- plans a session keeps, because a function in SQL is read and planned again in every call.
set local role onehall_owner;

create or replace function app.now_ms() returns bigint
language plpgsql volatile as $$
begin
    return (extract(epoch from clock_timestamp()) * 1000)::bigint;
end $$;

create or replace function app.over_quota(place app.station, events text) returns boolean
language plpgsql stable set search_path = app, pg_temp as $$
declare
    now_ms bigint := app.now_ms();
    most_events int;
    most_bytes bigint;
begin
    if place.hour <> now_ms / 3600000 and place.day <> now_ms / 86400000 then
        return false;
    end if;
    select t.events_an_hour, t.bytes_a_day into most_events, most_bytes
      from app.town t where t.town = place.town;
    return (place.hour = now_ms / 3600000 and place.hour_events >= most_events)
        or (place.day = now_ms / 86400000 and place.day_bytes + octet_length(events) > most_bytes);
end $$;

create or replace function app.answer(answers text[], head app.town, now_ms bigint, is_clone boolean)
returns text
language plpgsql immutable as $$
begin
    return '{"answers":[' || array_to_string(answers, ',') || '],"pos":' || head.pos || ',"chain":"'
        || encode(head.chain, 'hex') || '","ms":' || now_ms || ',"clone":' || is_clone || '}';
end $$;
