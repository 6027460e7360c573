-- Each uplink changes its twin and adds what was seen; the fewer indexes know of it, the less it costs.

-- Nothing asked by it alone. Without it a change of a twin stays within its page.
drop index twin_received;
alter table twin set (fillfactor = 70);

-- Rows come in by time, so a summary of each range is enough to find the old ones.
drop index uplink_seen_received;
create index uplink_seen_received on uplink_seen using brin (received_at);
