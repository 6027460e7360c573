-- The clock of a Vorgang: how its time for an answer is counted, when it stood, and which reminder went out last.

create table bearbeitungsfrist (
    vorgang_id       uuid primary key references vorgang on delete cascade,
    zahl             int     not null check (zahl > 0),
    einheit          text    not null,
    tag_eins         text    not null,
    regime           text    not null,
    verschiebung     boolean not null,
    beginn           date    not null,
    steht_seit       date,
    -- Fixed in the model; says nothing of a person.
    grund            text,
    gemeldete_stufe  int,
    -- The step of the engine that reported it: it may ask again.
    gemeldet_durch   bigint,
    check ((steht_seit is null) = (grund is null)),
    check ((gemeldete_stufe is null) = (gemeldet_durch is null))
);

create table bearbeitungsfrist_pause (
    vorgang_id uuid not null references bearbeitungsfrist on delete cascade,
    nummer     int  not null,
    von        date not null,
    bis        date not null check (bis >= von),
    grund      text not null,
    primary key (vorgang_id, nummer)
);
