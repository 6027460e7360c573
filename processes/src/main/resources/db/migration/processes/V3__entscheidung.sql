-- Decisions by table, with their reasons. One about a trigger is made before there is a Vorgang.

create table entscheidung (
    id             uuid primary key,
    vorgang_id     uuid references vorgang,
    ausloeser_id   uuid,
    tabelle        text        not null,
    version        int         not null,
    eingaben       jsonb       not null,
    ergebnisse     jsonb       not null,
    zeilen         jsonb       not null,
    begruendung    text        not null,
    entschieden_am timestamptz not null,
    check (vorgang_id is not null or ausloeser_id is not null)
);
create index entscheidung_vorgang on entscheidung (vorgang_id);
create index entscheidung_ausloeser on entscheidung (ausloeser_id);
create index entscheidung_tabelle on entscheidung (tabelle, entschieden_am desc);
