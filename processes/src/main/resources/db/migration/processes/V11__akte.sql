-- Akte, Vorgang, Dokument and Version as in xdomea 3.1.

create table akte (
    id                uuid primary key,
    kennzeichen       text        not null unique,
    betreff           text        not null,
    aktenplaneinheit  text        not null,
    vertraulichkeit   text        not null
        check (vertraulichkeit in ('OFFEN', 'NUR_FUER_DEN_DIENSTGEBRAUCH', 'VERTRAULICH', 'GEHEIM', 'STRENG_GEHEIM')),
    medium            text        not null check (medium in ('ELEKTRONISCH', 'HYBRID', 'PAPIER')),
    laufzeit_beginn   date        not null,
    laufzeit_ende     date,
    zda_am            date,
    aufbewahrungsende date,
    loeschsperre      boolean     not null default false,
    angelegt_am       timestamptz not null,
    -- Without end if the Aktenplan says so.
    check (aufbewahrungsende is null or zda_am is not null)
);

create table vorgang_akte (
    vorgang_id uuid primary key references vorgang,
    akte_id    uuid not null references akte
);
create index vorgang_akte_akte on vorgang_akte (akte_id);

insert into akte
    select id, aktenzeichen, betreff, split_part(aktenzeichen, '/', 1), 'OFFEN', 'ELEKTRONISCH',
        (angelegt_am at time zone 'Europe/Berlin')::date, null, null, null, false, angelegt_am
    from vorgang;
insert into vorgang_akte select id, id from vorgang;

-- What was ordered for an Akte, with its reason, encrypted with the key of a Vorgang of the Akte.
create table akte_verfuegung (
    id         uuid primary key,
    nummer     bigint generated always as identity,
    akte_id    uuid        not null references akte,
    art        text        not null
        check (art in ('ZDA', 'ZDA_AUFGEHOBEN', 'LOESCHSPERRE', 'LOESCHSPERRE_AUFGEHOBEN', 'EINSTUFUNG')),
    grund      bytea,
    verfuegt_von text      not null,
    verfuegt_am timestamptz not null
);
create index akte_verfuegung_akte on akte_verfuegung (akte_id, nummer);

create function bleibt() returns trigger language plpgsql as $$
begin
    raise exception 'Expected the rows of %.% to stay as they are, but % was asked for',
        tg_table_schema, tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

create trigger bleibt before update or delete or truncate on akte_verfuegung
    for each statement execute function bleibt();

create function akte_gesperrt() returns trigger language plpgsql as $$
begin
    if old.loeschsperre or old.zda_am is null or old.aufbewahrungsende is null or old.aufbewahrungsende >= current_date
    then
        raise exception 'Expected Akte % to stay, since it is held or has to be kept, but delete was asked for', old.id
            using errcode = 'restrict_violation';
    end if;
    return old;
end $$;
create trigger gesperrt before delete on akte for each row execute function akte_gesperrt();
create trigger bleibt before truncate on akte for each statement execute function bleibt();

create table dokument_version (
    dokument_id  uuid        not null references dokument,
    nummer       int         not null check (nummer > 0),
    name         text        not null,
    media_type   text        not null,
    sha256       text        not null,
    -- Absent for what was kept before there were versions.
    sha512       text,
    groesse      bigint      not null,
    content      bytea       not null,
    erstellt_am  timestamptz not null,
    erstellt_von text        not null,
    primary key (dokument_id, nummer)
);
-- Encrypted content does not get smaller.
alter table dokument_version alter content set storage external;

insert into dokument_version
    select id, 1, name, media_type, sha256, null, groesse, content, erstellt_am, 'system' from dokument;

alter table dokument
    drop name,
    drop media_type,
    drop sha256,
    drop groesse,
    drop content,
    add version int not null default 1,
    add richtung text not null default 'INTERN' check (richtung in ('EINGANG', 'AUSGANG', 'INTERN')),
    add posteingang_am date,
    add postausgang_am date,
    add foreign key (id, version) references dokument_version (dokument_id, nummer) deferrable initially deferred;

-- Waits for whoever is closing the Akte just now.
create function akte_offen(vorgang uuid) returns boolean language plpgsql as $$
declare
    geschlossen date;
begin
    select a.zda_am into geschlossen
    from processes.akte a join processes.vorgang_akte va on va.akte_id = a.id
    where va.vorgang_id = vorgang for key share of a;
    return geschlossen is null;
end $$;

-- A filed document stays as it is; only the two dates of the mail can be added, each once.
create function dokument_bleibt() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if not processes.akte_offen(new.vorgang_id) then
            raise exception 'Expected an open Akte for document %, but it is closed', new.id
                using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' then
        if old.abgelegt_am is null then
            return old;
        end if;
    elsif (old.posteingang_am is null or old.posteingang_am is not distinct from new.posteingang_am)
        and (old.postausgang_am is null or old.postausgang_am is not distinct from new.postausgang_am)
        and old.id = new.id and old.vorgang_id = new.vorgang_id and old.erstellt_am = new.erstellt_am
        and (old.abgelegt_am is null
            or (old.abgelegt_am = new.abgelegt_am and old.version = new.version and old.richtung = new.richtung)) then
        return new;
    end if;
    raise exception 'Expected document % to stay as it was filed, but % was asked for', old.id, lower(tg_op)
        using errcode = 'restrict_violation';
end $$;
create trigger bleibt before insert or update or delete on dokument
    for each row execute function dokument_bleibt();
create trigger bleibt_ganz before truncate on dokument for each statement execute function bleibt();

create function dokument_version_neu() returns trigger language plpgsql as $$
begin
    if exists (select from processes.dokument
            where id = new.dokument_id and (abgelegt_am is not null or not processes.akte_offen(vorgang_id))) then
        raise exception 'Expected document % to be a draft of an open Akte, but it is not', new.dokument_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger neu before insert on dokument_version for each row execute function dokument_version_neu();
create trigger bleibt before update or delete or truncate on dokument_version
    for each statement execute function bleibt();
