-- What is personal is kept encrypted with the key of its Vorgang; the next step encrypts what is there.

alter table vorgang add inhalt bytea;
-- The applicants and others concerned, encrypted.
alter table vorgang add beteiligte bytea;
-- A Vorgang that was applied for is there before its process.
alter table vorgang alter process_instance_key drop not null;

alter table entscheidung add inhalt bytea;
