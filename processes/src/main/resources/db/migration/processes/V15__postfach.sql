-- What lies ready for somebody in the inbox of the portal.
create table postfach (
    id             uuid primary key,
    vorgang_id     uuid        not null references vorgang,
    konto          text,
    -- Subject and text, encrypted with the key of the Vorgang.
    inhalt         bytea       not null,
    dokument_id    uuid references dokument,
    eingestellt_am timestamptz not null,
    abgerufen_am   timestamptz
);
create index postfach_konto on postfach (konto, eingestellt_am desc);
create index postfach_vorgang on postfach (vorgang_id, eingestellt_am desc);
