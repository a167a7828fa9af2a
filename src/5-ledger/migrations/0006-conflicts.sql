-- Two records that a correction has made agree conflict no longer: the row stays, and its open end is set.
alter table conflicts add column retracted_at timestamptz not null default 'infinity';
