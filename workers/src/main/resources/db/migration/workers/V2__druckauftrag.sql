-- Batches of letters for the mail room. The content is kept for 30 days after the letters were posted; the letters
-- themselves lie in the files of their Vorgaenge.
create table druckauftrag (
    id              uuid primary key,
    erstellt_am     timestamptz not null,
    briefe          int         not null,
    seiten          int         not null,
    content         bytea,
    datei_am        timestamptz,
    uebergeben_am   date
);
create index druckauftrag_erstellt on druckauftrag (erstellt_am desc);

create table druckauftrag_brief (
    versand_id      uuid primary key,
    druckauftrag_id uuid not null references druckauftrag,
    nummer          int  not null
);
create index druckauftrag_brief_auftrag on druckauftrag_brief (druckauftrag_id);
