-- What was to be told to whom; the row recognises a repeated job.
create table notification (
    id         uuid primary key,
    vorgang_id uuid        not null,
    template   text        not null,
    recipient  text        not null,
    created_at timestamptz not null,
    sent_at    timestamptz
);
create index notification_vorgang on notification (vorgang_id);
