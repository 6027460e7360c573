-- The search index. It holds texts in clear and only what can be read again from the schema processes, so it belongs in
-- no backup: where it is missing it is made anew, and everything is read again.

create table eintrag (
    id           uuid primary key,
    vorgang_id   uuid   not null,
    art          text   not null,
    typ          text   not null,
    jahr         int    not null,
    aktenzeichen text   not null,
    betreff      text   not null,
    titel        text   not null,
    inhalt       text   not null,
    tag          date   not null,
    gruppen      text[] not null,
    merkmale     text[] not null,
    vektor       tsvector not null
);
create index eintrag_suche on eintrag using gin (vektor, gruppen, merkmale);
create index eintrag_vorgang on eintrag (vorgang_id);
create index eintrag_aktenzeichen on eintrag (lower(aktenzeichen));
-- Ranks read the vectors of many rows.
alter table eintrag alter vektor set storage main;

update processes.suchauftrag set stand = 'OFFEN', versuche = 0, faellig_am = now();
