-- All states of a twin are written with each uplink and read as a whole; only a trigger of the clock looks into them.
alter table twin alter column states type json using states::json;
