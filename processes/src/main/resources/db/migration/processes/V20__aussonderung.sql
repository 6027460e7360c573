-- The Aussonderung: what need not be kept any longer is offered to the archive, and then erased with a proof that stays.

create table aussonderung (
    id               uuid primary key,
    nummer           text        not null unique,
    stand            text        not null
        check (stand in ('ERSTELLT', 'ANGEBOTEN', 'BEWERTET', 'UEBERGEBEN', 'ABGESCHLOSSEN')),
    erstellt_am      timestamptz not null,
    erstellt_von     text        not null,
    angeboten_am     timestamptz,
    angeboten_von    text,
    bewertet_am      timestamptz,
    bewertet_von     text,
    uebergeben_am    timestamptz,
    uebergeben_von   text,
    abgeschlossen_am timestamptz
);

-- No subject: that is read where it is kept, and erased there.
create table aussonderung_eintrag (
    id                uuid primary key,
    aussonderung_id   uuid not null references aussonderung,
    nummer            int  not null check (nummer > 0),
    akte_id           uuid references akte,
    -- Only of a Vorgang without an Akte.
    vorgang_id        uuid references vorgang,
    kennzeichen       text not null,
    laufzeit_beginn   date not null,
    laufzeit_ende     date not null,
    aufbewahrungsende date not null,
    aussonderungsart  text not null check (aussonderungsart in ('ARCHIVWUERDIG', 'BEWERTEN', 'VERNICHTEN')),
    stand             text not null check (stand in ('OFFEN', 'BEWERTET', 'UEBERNOMMEN', 'FEHLGESCHLAGEN',
        'LOESCHUNG_ANGEORDNET', 'GELOESCHT', 'ZURUECKGESTELLT')),
    bewertung         text check (bewertung in ('ARCHIVWUERDIG', 'VERNICHTEN')),
    bewertet_am       timestamptz,
    bewertet_von      text,
    archivkennung     text,
    -- Why the archive could not take it, encrypted with the key of the Vorgang.
    importfehler      bytea,
    import_am         timestamptz,
    import_von        text,
    check ((akte_id is null) <> (vorgang_id is null)),
    check ((bewertung is null) = (bewertet_von is null) and (bewertung is null) = (bewertet_am is null)),
    check (stand <> 'UEBERNOMMEN' or archivkennung is not null),
    unique (aussonderung_id, nummer)
);
-- In one list at a time; what was set aside may be listed again.
create unique index aussonderung_eintrag_akte on aussonderung_eintrag (akte_id) where stand <> 'ZURUECKGESTELLT';
create unique index aussonderung_eintrag_vorgang on aussonderung_eintrag (vorgang_id) where stand <> 'ZURUECKGESTELLT';

-- One row per Vorgang, written when the erasure is ordered, and completed when it is done.
create table loeschnachweis (
    id                      uuid primary key,
    aussonderung_id         uuid        not null references aussonderung,
    eintrag_id              uuid        not null references aussonderung_eintrag,
    vorgang_id              uuid        not null unique references vorgang,
    aktenzeichen            text        not null,
    verfahren               text        not null,
    laufzeit_beginn         date        not null,
    laufzeit_ende           date        not null,
    aufbewahrungsende       date        not null,
    aussonderungsart        text        not null,
    bewertung               text        not null,
    bewertet_am             timestamptz not null,
    bewertet_von            text        not null,
    archivkennung           text,
    angeordnet_am           timestamptz not null,
    angeordnet_von          text        not null,
    dokumente               uuid[]      not null,
    schluessel_geloescht_am timestamptz,
    geloescht_am            timestamptz,
    check ((geloescht_am is null) = (schluessel_geloescht_am is null))
);
create index loeschnachweis_aussonderung on loeschnachweis (aussonderung_id, aktenzeichen);
create index loeschnachweis_offen on loeschnachweis (angeordnet_am) where geloescht_am is null;
create index loeschnachweis_dokumente on loeschnachweis using gin (dokumente);

create function loeschnachweis_bleibt() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.geloescht_am is null
        and to_jsonb(new) - 'geloescht_am' - 'schluessel_geloescht_am'
            = to_jsonb(old) - 'geloescht_am' - 'schluessel_geloescht_am' then
        return new;
    end if;
    raise exception 'Expected the proof of erasure % to stay as it is, but % was asked for', old.id, lower(tg_op)
        using errcode = 'restrict_violation';
end $$;
create trigger bleibt before update or delete on loeschnachweis
    for each row execute function loeschnachweis_bleibt();
create trigger bleibt_ganz before truncate on loeschnachweis for each statement execute function bleibt();

-- An Akte whose erasure is ordered is not held any more.
create function akte_wird_geloescht() returns trigger language plpgsql as $$
begin
    if exists (select from processes.loeschnachweis l join processes.vorgang_akte va on va.vorgang_id = l.vorgang_id
            where va.akte_id = old.id)
        and to_jsonb(new) - 'betreff' <> to_jsonb(old) - 'betreff' then
        raise exception 'Expected Akte % to be there, but it is erased', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger geloescht before update on akte for each row execute function akte_wird_geloescht();

-- Filed documents go only with the whole Vorgang, and only when that is ordered.
create function wird_geloescht(vorgang uuid) returns boolean language sql stable as $$
    select exists (select from processes.loeschnachweis where vorgang_id = vorgang and geloescht_am is null)
$$;

create or replace function dokument_bleibt() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if not processes.akte_offen(new.vorgang_id) then
            raise exception 'Expected an open Akte for document %, but it is closed', new.id
                using errcode = 'restrict_violation';
        end if;
        return new;
    end if;
    if tg_op = 'DELETE' then
        if old.abgelegt_am is null or processes.wird_geloescht(old.vorgang_id) then
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

create function dokument_version_bleibt() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and exists (select from processes.dokument d
            where d.id = old.dokument_id and processes.wird_geloescht(d.vorgang_id)) then
        return old;
    end if;
    raise exception 'Expected the rows of %.% to stay as they are, but % was asked for',
        tg_table_schema, tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;
drop trigger bleibt on dokument_version;
create trigger bleibt before update or delete on dokument_version
    for each row execute function dokument_version_bleibt();
create trigger bleibt_ganz before truncate on dokument_version for each statement execute function bleibt();
