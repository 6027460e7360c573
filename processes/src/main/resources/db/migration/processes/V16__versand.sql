-- What leaves the office, one row per dispatch and way. It names no person; the recipient is looked up at the Vorgang.
create table versand (
    id               uuid primary key,
    auftrag          text        not null unique,
    ursprung         uuid        not null,
    vorgang_id       uuid        not null references vorgang,
    dokument_id      uuid references dokument,
    template         text        not null,
    angaben          jsonb       not null,
    empfaenger       text        not null,
    weg              text        not null check (weg in ('POSTFACH', 'EMAIL', 'BRIEF', 'WEBHOOK')),
    hauptsache       boolean     not null,
    zustand          text        not null check (zustand in
        ('VORGEMERKT', 'IM_DRUCK', 'UEBERGEBEN', 'FEHLGESCHLAGEN', 'ZURUECKGEKOMMEN', 'ERSETZT')),
    versuche         int         not null default 0,
    naechster_am     timestamptz not null,
    fehler           text,
    versandt_am      date,
    ersetzt_durch    uuid references versand,
    angelegt_am      timestamptz not null,
    check ((versandt_am is not null) or zustand <> 'UEBERGEBEN')
);
create index versand_faellig on versand (weg, naechster_am) where zustand = 'VORGEMERKT';
create index versand_vorgang on versand (vorgang_id, angelegt_am);
create index versand_ersatz on versand (ersetzt_durch) where ersetzt_durch is not null;
