-- What has to be brought into the search index, and what became of it. The index itself lies in the schema suche.

create table suchauftrag (
    id        uuid primary key,
    art       text        not null check (art in ('VORGANG', 'DOKUMENT')),
    stand     text        not null check (stand in ('OFFEN', 'GELESEN', 'OHNE_TEXT', 'NICHT_LESBAR')),
    versuche  int         not null default 0,
    faellig_am timestamptz not null
);
create index suchauftrag_faellig on suchauftrag (faellig_am) where stand = 'OFFEN';

insert into suchauftrag (id, art, stand, faellig_am) select id, 'VORGANG', 'OFFEN', now() from vorgang;
insert into suchauftrag (id, art, stand, faellig_am) select id, 'DOKUMENT', 'OFFEN', now() from dokument;
