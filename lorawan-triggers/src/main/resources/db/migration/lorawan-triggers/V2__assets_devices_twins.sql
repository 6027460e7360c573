-- From containers to assets of any kind, each with sensors that change over time.

create table asset (
    id       text primary key,
    art      text             not null,
    ort      text             not null,
    breite   double precision not null,
    laenge   double precision not null,
    bezirk   text             not null,
    merkmale jsonb            not null
);

create index asset_bezirk on asset (bezirk);

insert into asset
select id, 'container', ort, breite, laenge, coalesce(substring(ort from ', *([^,]+)$'), 'unbekannt'),
       jsonb_build_object('fraktion', fraktion, 'volumenLiter', volumen_liter)
from container;

alter table device rename to old_device;

create table device (
    dev_eui      text        not null,
    asset_id     text        not null references asset,
    typ          text        not null,
    kalibrierung jsonb       not null,
    variablen    jsonb       not null,
    gueltig_ab   timestamptz not null,
    gueltig_bis  timestamptz,
    primary key (dev_eui, gueltig_ab),
    check (gueltig_bis > gueltig_ab)
);

-- A sensor watches one asset at a time.
create unique index device_in_use on device (dev_eui) where gueltig_bis is null;
create index device_of_asset on device (asset_id);

insert into device
select dev_eui, container_id, typ,
       jsonb_build_object('emptyDistanceMm', empty_distance_mm, 'fullDistanceMm', full_distance_mm),
       '{}', '2000-01-01T00:00:00Z', null
from old_device;

-- Grows with every change of the register, so that every copy notices that what it remembers of it is out of date.
create table registry_version (version bigint not null);
insert into registry_version values (1);

alter table twin rename to old_twin;

-- What is last known of an asset, or of a district as a whole (subject 'bezirk:‹name›'), and where it stands in the
-- triggers of all procedures: one row, so that an uplink costs one change.
create table twin (
    subject          text primary key,
    dev_eui          text,
    session_key      text,
    f_cnt            bigint,
    received_at      timestamptz,
    rssi             int,
    snr              double precision,
    spreading_factor int,
    received         bigint           not null,
    lost             bigint           not null,
    loss_rate        double precision not null,
    occupied_since   timestamptz,
    free_since       timestamptz,
    measurements     jsonb            not null,
    states           jsonb            not null
);

create index twin_received on twin (received_at);
create index twin_occupied on twin (occupied_since) where occupied_since is not null;

insert into twin
select t.container_id, t.dev_eui, null, t.f_cnt, t.received_at, t.rssi, t.snr, null, 0, 0, 0, null, null,
       (select coalesce(jsonb_object_agg(
                   case m.key when 'fuellstand' then 'fillLevel' else m.key end,
                   jsonb_build_object('value', m.value, 'at',
                                      to_char(t.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))), '{}')
        from jsonb_each(t.measurements) m),
       coalesce((select jsonb_object_agg(s.verfahren, jsonb_build_object(
                     'held', s.held,
                     'order', case when s.ausloeser_id is null then null else jsonb_build_object(
                         'ausloeser', s.ausloeser_id,
                         'at', to_char(s.triggered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) end,
                     'last', case when s.last_reading_at is null then null else jsonb_build_object(
                         'value', s.last_prozent,
                         'at', to_char(s.last_reading_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) end))
                 from trigger_state s where s.container_id = t.container_id), '{}')
from old_twin t;

drop table trigger_state;
drop table old_twin;
drop table old_device;
drop table container;

-- What was seen is forgotten after a while.
create index uplink_seen_received on uplink_seen (received_at);

-- When the clock last evaluated a procedure's trigger, so that one copy does it at a time.
create table clock_run (
    verfahren text primary key,
    last_run  timestamptz not null
);
