-- What could not be used, copied from the topic of dead letters, and who has taken care of it.
create table dead_letter (
    id             uuid primary key,
    topic_position text        not null unique,
    reason         text        not null,
    detail         text        not null,
    received_at    timestamptz not null,
    source         text        not null,
    dev_eui        text,
    payload        bytea       not null,
    content_type   text,
    topic          text,
    state          text        not null default 'OFFEN' check (state in ('OFFEN', 'WIEDERHOLT', 'VERWORFEN')),
    handled_by     text,
    handled_at     timestamptz,
    check ((state = 'OFFEN') = (handled_by is null))
);

create index dead_letter_newest on dead_letter (state, received_at desc);
