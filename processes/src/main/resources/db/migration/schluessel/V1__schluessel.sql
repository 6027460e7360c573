-- The keys of the Vorgaenge, each wrapped with a master key (RFC 3394). A deleted one leaves its row, so that it is not
-- drawn again.
create table schluessel (
    vorgang_id      uuid primary key,
    hauptschluessel text        not null,
    verpackt        bytea,
    angelegt_am     timestamptz not null,
    geloescht_am    timestamptz,
    check ((verpackt is null) = (geloescht_am is not null))
);
