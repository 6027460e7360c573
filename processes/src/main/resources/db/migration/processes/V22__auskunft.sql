-- Requests by Art. 15 DSGVO. All that tells of a person is encrypted with a key that belongs to the request alone.

create table auskunft (
    id                       uuid primary key,
    eingegangen_am           date        not null,
    kanal                    text        not null check (kanal in ('PORTAL', 'SCHALTER', 'TELEFON', 'BRIEF', 'EMAIL')),
    person                   bytea       not null,
    nachweis                 text,
    geprueft_von             text,
    geprueft_am              timestamptz,
    frist_am                 date        not null,
    verlaengerung_grund      bytea,
    verlaengerung_mitgeteilt date,
    zustand                  text        not null check (zustand in ('OFFEN', 'GEPRUEFT', 'ERTEILT', 'ABGELEHNT')),
    grund                    bytea,
    gesucht_am               timestamptz,
    json                     bytea,
    pdf                      bytea,
    angelegt_am              timestamptz not null,
    abgeschlossen_am         timestamptz,
    -- Nothing is searched or told before it was checked who asks.
    check (nachweis is not null or (gesucht_am is null and zustand in ('OFFEN', 'ABGELEHNT'))),
    check ((nachweis is null) = (geprueft_von is null) and (nachweis is null) = (geprueft_am is null)),
    check ((zustand = 'ERTEILT') = (json is not null) and (json is null) = (pdf is null)),
    check ((zustand = 'ABGELEHNT') = (grund is not null)),
    check ((zustand in ('ERTEILT', 'ABGELEHNT')) = (abgeschlossen_am is not null))
);
create index auskunft_frist on auskunft (frist_am) where zustand in ('OFFEN', 'GEPRUEFT');

-- The Vorgaenge that were found. No reference to vorgang, which may be gone one day.
create table auskunft_kandidat (
    auskunft_id uuid    not null references auskunft on delete cascade,
    vorgang_id  uuid    not null,
    merkmale    text[]  not null,
    urteil      text    not null default 'OFFEN' check (urteil in ('OFFEN', 'BESTAETIGT', 'AUSGESCHLOSSEN')),
    -- What was looked at when it was checked for data of third parties, as a keyed hash.
    geprueft    bytea,
    geschwaerzt text[]  not null default '{}',
    primary key (auskunft_id, vorgang_id),
    check (geprueft is null or urteil = 'BESTAETIGT')
);
