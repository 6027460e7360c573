-- Tours of vehicles over containers. Nothing personal: containers stand on public ground.

create table tour (
    id         uuid primary key,
    fraktion   text        not null,
    bezirk     text        not null,
    fahrzeug   text        not null,
    status     text        not null check (status in ('GEPLANT', 'UNTERWEGS', 'BEENDET')),
    geplant_am timestamptz not null,
    beginn_am  timestamptz not null,
    ende_am    timestamptz not null,
    meter      int         not null
);
create index tour_offen on tour (fahrzeug) where status <> 'BEENDET';

-- A stop; what it is for is an order, or a container that is nearly full and has none.
create table tour_halt (
    tour_id            uuid             not null references tour on delete cascade,
    nummer             int              not null,
    container_id       text             not null,
    ort                text             not null,
    breite             double precision not null,
    laenge             double precision not null,
    volumen_liter      int              not null,
    fuellstand_prozent double precision not null,
    auftrag_id         uuid,
    aktenzeichen       text,
    frist_am           timestamptz,
    sofort             boolean          not null,
    ankunft_am         timestamptz      not null,
    verspaetet         boolean          not null,
    ergebnis           text             not null
        check (ergebnis in ('OFFEN', 'GESTRICHEN', 'GELEERT', 'NICHT_GELEERT')),
    ergebnis_am        timestamptz,
    grund              text,
    primary key (tour_id, nummer)
);

-- An order, and a container, is on one open tour at most.
create unique index tour_halt_auftrag on tour_halt (auftrag_id) where ergebnis = 'OFFEN';
create unique index tour_halt_container on tour_halt (container_id) where ergebnis = 'OFFEN';
create index tour_halt_nicht_geleert on tour_halt (ergebnis_am) where ergebnis = 'NICHT_GELEERT';
