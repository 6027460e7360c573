-- The register of Vorgaenge, their documents and references.

create table vorgang (
    id                   uuid primary key,
    aktenzeichen         text        not null unique,
    verfahren            text        not null,
    betreff              text        not null,
    ausloeser_id         uuid unique,
    process_instance_key bigint      not null unique,
    kanal                text        not null,
    status               text        not null check (status in ('OFFEN', 'ABGESCHLOSSEN')),
    ergebnis             text,
    daten                jsonb       not null,
    gruppen              text[]      not null,
    angelegt_am          timestamptz not null,
    abgeschlossen_am     timestamptz
);
create index vorgang_angelegt_am on vorgang (angelegt_am desc);
create index vorgang_gruppen on vorgang using gin (gruppen);

-- The last number given per unit of the Aktenplan and year; numbers are never given twice.
create table aktenzeichen_folge (
    einheit text not null,
    jahr    int  not null,
    letzte  int  not null,
    primary key (einheit, jahr)
);

create table dokument (
    id           uuid primary key,
    vorgang_id   uuid        not null references vorgang,
    name         text        not null,
    media_type   text        not null,
    sha256       text        not null,
    groesse      bigint      not null,
    content      bytea       not null,
    erstellt_am  timestamptz not null,
    abgelegt_am  timestamptz
);
create index dokument_vorgang on dokument (vorgang_id);

-- Messages on their way to the engine.
create table message_outbox (
    id              uuid primary key,
    seq             bigint generated always as identity,
    kind            text        not null check (kind in ('START', 'MESSAGE')),
    name            text        not null,
    correlation_key text        not null,
    ausloeser_id    uuid unique,
    time_to_live_ms bigint      not null,
    facts           jsonb       not null,
    state           text        not null
        check (state in ('PENDING', 'PUBLISHED', 'DONE', 'WITHDRAWN', 'REFUSED')),
    attempts        int         not null default 0,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    last_error      text
);
create index message_outbox_due on message_outbox (next_attempt_at, seq) where state in ('PENDING', 'PUBLISHED');

-- Completions of tasks on their way to the engine.
create table task_completion (
    user_task_key   bigint primary key,
    variables       jsonb       not null,
    completed_by    text        not null,
    state           text        not null check (state in ('PENDING', 'DONE', 'REFUSED')),
    attempts        int         not null default 0,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    last_error      text
);
create index task_completion_due on task_completion (next_attempt_at) where state = 'PENDING';
