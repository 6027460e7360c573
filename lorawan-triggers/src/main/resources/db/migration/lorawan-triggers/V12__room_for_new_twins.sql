-- Sensors that were registered together report together, so that all twins of a page change in one transaction: a page
-- needs room for each of them twice, or they move to new pages and the table grows to many times its size.
alter table twin set (fillfactor = 45);
