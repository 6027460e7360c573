-- The post that comes in: what it holds is encrypted with a key of its own, and with that of the Vorgang it goes to.

create table posteingang_folge (
    jahr   int primary key,
    letzte int not null
);

create table posteingang (
    id                   uuid primary key,
    eingangsnummer       text        not null unique,
    eingegangen_am       date        not null,
    eingegangen_um       timestamptz,
    erfasst_am           timestamptz not null,
    erfasst_von          text        not null,
    kanal                text        not null,
    status               text        not null check (status in ('EINGEGANGEN', 'ZUGEORDNET', 'UEBERNOMMEN', 'ABGELEGT')),
    gruppen              text[]      not null,
    inhalt               bytea       not null,
    -- Keyed hashes: of the source, of the delivery that is taken once, and of what probably is the same post.
    quelle               bytea       not null,
    kennung              bytea       not null unique,
    merkmal              bytea,
    wiederholung_von     uuid references posteingang,
    vorgang_id           uuid references vorgang,
    uebernommen_am       timestamptz,
    process_instance_key bigint unique,
    check ((status = 'UEBERNOMMEN') = (vorgang_id is not null))
);
create index posteingang_gruppen on posteingang using gin (gruppen);
create index posteingang_vorgang on posteingang (vorgang_id);
create index posteingang_merkmal on posteingang (merkmal);

create table posteingang_anlage (
    id             uuid primary key,
    posteingang_id uuid  not null references posteingang,
    nummer         int   not null check (nummer > 0),
    sha256         text  not null,
    -- Absent once it is a document of a Vorgang.
    content        bytea,
    unique (posteingang_id, nummer)
);
create index posteingang_anlage_sha256 on posteingang_anlage (sha256);
-- Encrypted content does not get smaller.
alter table posteingang_anlage alter content set storage external;

-- What came in stays as it came: number, days, channel and source never change, and content only goes.
create function posteingang_bleibt() returns trigger language plpgsql as $$
begin
    if (old.id, old.eingangsnummer, old.eingegangen_am, old.eingegangen_um, old.erfasst_am, old.erfasst_von, old.kanal,
            old.quelle, old.kennung, old.merkmal, old.wiederholung_von)
        is distinct from
        (new.id, new.eingangsnummer, new.eingegangen_am, new.eingegangen_um, new.erfasst_am, new.erfasst_von, new.kanal,
            new.quelle, new.kennung, new.merkmal, new.wiederholung_von)
        or old.status in ('UEBERNOMMEN', 'ABGELEGT') and new.status <> old.status
        or old.vorgang_id is not null and new.vorgang_id is distinct from old.vorgang_id then
        raise exception 'Expected % to stay as it came in, but a change was asked for', old.eingangsnummer
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger bleibt before update on posteingang for each row execute function posteingang_bleibt();

create function posteingang_anlage_bleibt() returns trigger language plpgsql as $$
begin
    if (old.id, old.posteingang_id, old.nummer, old.sha256) is distinct from
        (new.id, new.posteingang_id, new.nummer, new.sha256) or new.content is not null then
        raise exception 'Expected file % of the post to stay as it came in, but a change was asked for', old.nummer
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger bleibt before update on posteingang_anlage for each row execute function posteingang_anlage_bleibt();
