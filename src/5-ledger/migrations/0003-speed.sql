-- An actor's records of one kind in order of time: a page of them is read from the index until it is full.
create index record_actors_kind on record_actors (ledger, actor_id, kind, day, record_id);
drop index record_actors_subtype;
-- What began before the days asked about and went on into them.
create index records_spanning on records (ledger, kind, valid_to) where dated and valid_to > day;
-- What is told to have held until a day, from nobody knows when.
create index records_until on records (ledger, kind, day) where dated and valid_from = '-infinity';
-- The names of an actor, counted without its links' rows.
create index actor_links_names on actor_links (ledger, actor_id, name, document_id) where retracted_at = 'infinity';
