-- What was decided on the way by the decisions that a decision requires, with rows and reasons.

alter table entscheidung add column schritte jsonb not null default '[]';
