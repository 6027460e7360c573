-- The Geschäftsgang: the Laufweg of a draft with its steps (xdomea 3.1: Geschaeftsgang, Beteiligungsschritt).

create table geschaeftsgang (
    id                   uuid primary key,
    vorgang_id           uuid        not null references vorgang on delete cascade,
    dokument_id          uuid references dokument on delete set null,
    verfasser            text        not null,
    status               text        not null
        check (status in ('LAUFEND', 'UEBERARBEITUNG', 'ABGESCHLOSSEN', 'ZURUECKGEZOGEN')),
    runde                int         not null default 1,
    stufe                int         not null default 0,
    -- The step of the engine that began the Stufe: it may ask again.
    begonnen_durch       bigint,
    process_instance_key bigint unique,
    gestartet_am         timestamptz not null,
    beendet_am           timestamptz
);
create index geschaeftsgang_vorgang on geschaeftsgang (vorgang_id);

-- Where no draft goes round, the Vorgang does, and once at a time.
create unique index geschaeftsgang_offen
    on geschaeftsgang (vorgang_id, coalesce(dokument_id, '00000000-0000-0000-0000-000000000000'))
    where status in ('LAUFEND', 'UEBERARBEITUNG');

create table beteiligungsschritt (
    id                uuid primary key,
    geschaeftsgang_id uuid        not null references geschaeftsgang on delete cascade,
    nummer            int         not null check (nummer > 0),
    stufe             int         not null check (stufe > 0),
    -- In which round it was begun; after a refusal the signatures of the round are asked for again.
    runde             int,
    status            text        not null
        check (status in ('ZUKUENFTIG', 'AKTUELL', 'ABGESCHLOSSEN', 'UEBERSPRUNGEN')),
    verfuegung        text        not null,
    person            text,
    gruppe            text,
    termin            date,
    -- What people wrote, encrypted with the key of the Vorgang.
    notiz             bytea,
    ersteller         text        not null,
    erstellt_am       timestamptz not null,
    bearbeiter        text,
    fuer              text,
    bearbeitet_am     timestamptz,
    vermerk           text,
    begruendung       bytea,
    check ((person is null) <> (gruppe is null)),
    check ((status in ('ABGESCHLOSSEN', 'UEBERSPRUNGEN')) = (bearbeiter is not null)),
    check ((bearbeiter is null) = (vermerk is null) and (bearbeiter is null) = (bearbeitet_am is null)),
    unique (geschaeftsgang_id, nummer) deferrable initially deferred
);
create index beteiligungsschritt_person on beteiligungsschritt (person) where status <> 'ZUKUENFTIG';

-- A step that is over stays as it is, and none is deleted but with its whole Geschäftsgang.
create function beteiligungsschritt_bleibt() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select 1 from processes.geschaeftsgang g where g.id = old.geschaeftsgang_id) then
            raise exception 'Expected step % of the Geschäftsgang to stay in the record, but its deletion was asked for',
                old.nummer using errcode = 'restrict_violation';
        end if;
        return old;
    end if;
    -- What was left out before it began may still get another number, as the steps around it do.
    if old.status = 'UEBERSPRUNGEN' and old.runde is null
        and to_jsonb(new) - 'nummer' - 'stufe' = to_jsonb(old) - 'nummer' - 'stufe' then
        return new;
    end if;
    if old.status in ('ABGESCHLOSSEN', 'UEBERSPRUNGEN') then
        raise exception 'Expected step % of the Geschäftsgang to stay as it is, but a change was asked for', old.nummer
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger bleibt before update or delete on beteiligungsschritt
    for each row execute function beteiligungsschritt_bleibt();
