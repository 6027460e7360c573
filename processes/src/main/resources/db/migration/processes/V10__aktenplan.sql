-- The Aktenplan: its units and how long their Akten are kept. A unit is never deleted, since Akten name it.

create table aktenplan (
    bezeichnung text primary key,
    version     text        not null,
    geladen_am  timestamptz not null
);

create table aktenplaneinheit (
    kennzeichen        text primary key,
    aktenplan          text    not null references aktenplan,
    bezeichnung        text    not null,
    uebergeordnet      text references aktenplaneinheit,
    aussonderungsart   text    not null check (aussonderungsart in ('A', 'B', 'V')),
    aufbewahrungsjahre int check (aufbewahrungsjahre between 0 and 65535),
    stillgelegt        boolean not null,
    gueltig_von        date,
    gueltig_bis        date
);
create index aktenplaneinheit_aktenplan on aktenplaneinheit (aktenplan);
