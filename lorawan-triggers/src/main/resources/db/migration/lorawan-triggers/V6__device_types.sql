-- Device types that were released while the application ran; all versions are kept.

create table device_type (
    -- Grows with each release, so that other copies of the application see that there is something new.
    nummer      bigint      not null generated always as identity unique,
    name        text        not null,
    version     int         not null check (version > 0),
    codec       text        not null,
    profile     text        not null,
    examples    text        not null,
    released_at timestamptz not null default now(),
    released_by text        not null,
    primary key (name, version)
);
