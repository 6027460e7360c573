-- Vorgaenge that somebody applied for, through any channel.

create table antrag (
    vorgang_id          uuid primary key references vorgang on delete cascade,
    -- The account in the portal, absent without login; a pseudonym.
    konto               text,
    formular            text        not null,
    eingegangen_am      timestamptz not null,
    -- Counts what the applicant said: the first form, and each correction or supplement.
    fassung             int         not null default 1,
    -- The Fassung that the decision was based on; from then on nothing can be changed.
    festgelegte_fassung int,
    zurueckgenommen_am  timestamptz
);
create index antrag_konto on antrag (konto, eingegangen_am desc);

-- Finds the Vorgaenge of a person without holding anything readable of that person: keyed hashes of name and birthday.
create table beteiligter_kennzeichen (
    vorgang_id  uuid  not null references vorgang on delete cascade,
    kennzeichen bytea not null,
    primary key (kennzeichen, vorgang_id)
);

-- That one Vorgang led to another (xdomea: Verweis).
create table vorgang_verweis (
    von_id   uuid not null references vorgang on delete cascade,
    nach_id  uuid not null references vorgang on delete cascade,
    primary key (von_id, nach_id)
);
