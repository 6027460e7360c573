-- The way to a sensor is the one by which it was heard last; unknown until its next uplink.
alter table twin
    add column source      text,
    add column application text,
    add column device_id   text;

-- Messages to sensors: what is to be handed over to the network servers, and what became of it.
create table downlink (
    id                   uuid primary key,
    -- Downlinks of one sensor are handed over in this order.
    nummer               bigint generated always as identity unique,
    objekt               text,
    dev_eui              text,
    bezeichnung          text        not null,
    f_port               int,
    payload              bytea,
    bestaetigt           boolean     not null,
    von                  text        not null,
    vorgang_id           uuid,
    -- With which the process waits that is told of the end.
    schluessel           text,
    -- The network server that hears the sensor, and the route to it by its name in the settings.
    source               text,
    application          text,
    device_id            text,
    route                text,
    zustand              text        not null default 'ANGENOMMEN'
        check (zustand in ('ANGENOMMEN', 'UEBERGEBEN', 'GESENDET', 'BEENDET')),
    ergebnis             text,
    grund                text,
    angenommen_am        timestamptz not null,
    bis                  timestamptz not null,
    uebergeben_am        timestamptz,
    gesendet_am          timestamptz,
    beendet_am           timestamptz,
    spaet_bestaetigt_am  timestamptz,
    versuche             int         not null default 0,
    naechster_versuch_am timestamptz not null,
    -- The network server's own id for it, where that is not ours.
    server_id            text,
    check ((zustand = 'BEENDET') = (ergebnis is not null)),
    check ((zustand = 'BEENDET') = (beendet_am is not null))
);

create index downlink_of_objekt on downlink (objekt, nummer desc);
create index downlink_of_device on downlink (dev_eui, angenommen_am);
create index downlink_by_server_id on downlink (server_id) where server_id is not null;
create index downlink_waiting on downlink (naechster_versuch_am) where zustand = 'ANGENOMMEN';
create index downlink_open on downlink (bis) where zustand <> 'BEENDET';
create index downlink_ended on downlink (beendet_am) where zustand = 'BEENDET';
