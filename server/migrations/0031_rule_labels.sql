-- How customers are offered a rule, in the words of each language; `name` is for those who write rules.

alter table rules add column labels jsonb not null default '{}';
