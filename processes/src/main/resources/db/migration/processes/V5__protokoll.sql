-- The Protokoll: what was done, by whom and when. It only grows; each entry is chained to the one before by its hash.

-- One chain per Vorgang, kette being its id; all that belongs to no Vorgang is in the chain of the nil UUID. No reference
-- to vorgang: the Protokoll outlives what it speaks of.
create table protokoll (
    kette       uuid        not null,
    nummer      bigint      not null check (nummer > 0),
    tag         date        not null,
    zeit        timestamptz not null,
    akteur_art  text        not null,
    akteur      text        not null,
    fuer        text,
    objektart   text        not null,
    objekt_id   text        not null,
    aktion      text        not null,
    metadatum   text,
    alter_wert  text,
    neuer_wert  text,
    bemerkung   text,
    hash        bytea       not null check (length(hash) = 32),
    primary key (kette, nummer)
);
create index protokoll_tag on protokoll (tag, kette, nummer);

-- Days that take no more entries. The newest row counts; all days before it are closed too.
create table protokoll_tagesabschluss (
    tag              date primary key,
    abgeschlossen_am timestamptz not null
);

create table protokoll_siegel (
    nummer     bigint primary key check (nummer > 0),
    tag        date        not null unique,
    ketten     bigint      not null,
    eintraege  bigint      not null,
    wurzel     bytea       not null check (length(wurzel) = 32),
    vorher     bytea       not null check (length(vorher) = 32),
    hash       bytea       not null check (length(hash) = 32),
    gemacht_am timestamptz not null
);

create function protokoll_bleibt() returns trigger language plpgsql as $$
begin
    raise exception 'Expected the rows of %.% to stay as they are, but % was asked for: the Protokoll only grows',
        tg_table_schema, tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

create trigger bleibt before update or delete or truncate on protokoll
    for each statement execute function protokoll_bleibt();
create trigger bleibt before update or delete or truncate on protokoll_tagesabschluss
    for each statement execute function protokoll_bleibt();
create trigger bleibt before update or delete or truncate on protokoll_siegel
    for each statement execute function protokoll_bleibt();

create function protokoll_tag_offen() returns trigger language plpgsql as $$
begin
    if new.tag <= (select max(tag) from processes.protokoll_tagesabschluss) then
        raise exception 'Expected a day of the Protokoll that is open, but % is closed', new.tag
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger tag_offen before insert on protokoll for each row execute function protokoll_tag_offen();
