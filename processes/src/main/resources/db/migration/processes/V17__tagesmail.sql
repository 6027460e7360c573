-- Who wants to be told each day how many tasks are open.
create table tagesmail (
    kennung     text primary key,
    name        text        not null,
    gruppen     text[]      not null,
    email       text        not null,
    gemeldet_am date
);
