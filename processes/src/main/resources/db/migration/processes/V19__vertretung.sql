-- Who stands in for whom, from day to day. One that was ended early stays, with the moment of its end.

create table vertretung (
    id           uuid primary key,
    wer          text        not null,
    fuer         text        not null,
    von          date        not null,
    bis          date        not null,
    angelegt_am  timestamptz not null,
    beendet_am   timestamptz,
    check (wer <> fuer),
    check (von <= bis)
);
create index vertretung_wer on vertretung (wer) where beendet_am is null;
create index vertretung_fuer on vertretung (fuer) where beendet_am is null;
