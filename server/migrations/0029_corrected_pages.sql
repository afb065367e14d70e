-- A correction that is taken back shows what was decided before at once, without a run.

alter table categorized_pages add column decided jsonb;
comment on column categorized_pages.decided is 'what the run had decided of transactions that people have corrected since, by transaction: category, confidence, reason, tags';
