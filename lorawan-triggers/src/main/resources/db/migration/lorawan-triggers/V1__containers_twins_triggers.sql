-- Containers, the sensors that look into them, and what was last measured.

create table container (
    id            text primary key,
    ort           text             not null,
    breite        double precision not null,
    laenge        double precision not null,
    fraktion      text             not null,
    volumen_liter int              not null
);

create table device (
    dev_eui           text primary key,
    container_id      text not null unique references container,
    typ               text not null,
    empty_distance_mm int  not null,
    full_distance_mm  int  not null
);

-- Last known values of each container, as measured by whatever sensor it had.
create table twin (
    container_id text primary key references container,
    dev_eui      text        not null,
    received_at  timestamptz not null,
    f_cnt        bigint      not null,
    rssi         int,
    snr          double precision,
    measurements jsonb       not null
);

-- Where a container stands in the hysteresis of a procedure's trigger.
create table trigger_state (
    container_id    text        not null references container,
    verfahren       text        not null,
    held            int         not null,
    ausloeser_id    uuid,
    triggered_at    timestamptz,
    last_prozent    double precision,
    last_reading_at timestamptz,
    primary key (container_id, verfahren),
    check ((ausloeser_id is null) = (triggered_at is null))
);

-- What was already processed; recognises a repeat by the radio's natural key and by the network server's event id.
create table uplink_seen (
    dev_eui      text        not null,
    session_key  text        not null,
    f_cnt        bigint      not null,
    event_id     text        not null unique,
    payload_hash bytea       not null,
    received_at  timestamptz not null,
    primary key (dev_eui, session_key, f_cnt)
);
