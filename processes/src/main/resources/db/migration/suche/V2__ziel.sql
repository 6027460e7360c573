-- Which index is filled. Another one than noted is new to us: it is emptied, and everything is read again.

create table ziel (
    einziges boolean primary key default true check (einziges),
    kennung  text not null
);
insert into ziel (kennung) values ('postgresql');

-- What an index outside of this database still has to take out; the search leaves it out already.
create table loeschauftrag (
    vorgang_id uuid primary key,
    seit       timestamptz not null
);
