-- What happened to devices beside their uplinks; the oldest are deleted by and by.
create table device_event (
    id              bigint generated always as identity primary key,
    source          text        not null,
    event_id        text        not null,
    type            text        not null,
    dev_eui         text        not null,
    at              timestamptz not null,
    downlink_id     text,
    battery_percent double precision,
    margin          int,
    level           text,
    code            text,
    description     text,
    latitude        double precision,
    longitude       double precision,
    unique (source, event_id, type)
);

create index device_event_of_device on device_event (dev_eui, at desc);

create index device_event_at on device_event (at);
