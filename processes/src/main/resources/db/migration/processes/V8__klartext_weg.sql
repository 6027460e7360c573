-- Everything is encrypted now.

alter table vorgang alter inhalt set not null;
alter table vorgang drop daten;

alter table entscheidung alter inhalt set not null;
alter table entscheidung drop eingaben;
alter table entscheidung drop ergebnisse;
alter table entscheidung drop zeilen;
alter table entscheidung drop begruendung;
alter table entscheidung drop schritte;
