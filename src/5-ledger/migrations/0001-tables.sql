-- Rows are only added. The one change ever made to a row is that its retracted_at, open at 'infinity', is set once.
-- recorded_at/retracted_at: when the ledger knew it. valid_from/valid_to: when it held, days, both inclusive.
-- `ledger` leads every primary key: it is the distribution key of a sharded server.

create table ledgers (
  ledger text not null,
  created_at timestamptz not null,
  primary key (ledger)
);

-- One row for every write that was acknowledged. Recorded times rise from row to row.
create table commits (
  ledger text not null,
  recorded_at timestamptz not null,
  action text not null,
  subject uuid not null,
  by_whom text,
  primary key (ledger, recorded_at)
);

create table publishers (
  ledger text not null,
  publisher_id uuid not null,
  name text not null,
  fold text not null,
  recorded_at timestamptz not null,
  primary key (ledger, publisher_id)
);
create unique index publishers_fold on publishers (ledger, fold);

-- The newest row counts.
create table publisher_ratings (
  ledger text not null,
  publisher_id uuid not null,
  recorded_at timestamptz not null,
  reliability text,
  group_name text,
  by_whom text not null,
  why text not null,
  primary key (ledger, publisher_id, recorded_at)
);

create table documents (
  ledger text not null,
  document_id uuid not null,
  publisher_id uuid,
  recorded_at timestamptz not null,
  primary key (ledger, document_id)
);

-- By what a document is known again: its address, the input's own id, publisher and title, the text's hash.
create table document_keys (
  ledger text not null,
  key text not null,
  document_id uuid not null,
  recorded_at timestamptz not null,
  primary key (ledger, key)
);

create table versions (
  ledger text not null,
  document_id uuid not null,
  number integer not null,
  version_id uuid not null,
  text_hash text not null,
  title text,
  url text,
  publisher text,
  published_at text,
  published_on date,
  language text not null,
  text text not null,
  changes jsonb not null,
  recorded_at timestamptz not null,
  primary key (ledger, document_id, number)
);
create unique index versions_id on versions (ledger, version_id);
create index versions_published on versions (ledger, published_on);

-- Keys of which near-identical texts share one.
create table version_bands (
  ledger text not null,
  band text not null,
  version_id uuid not null,
  document_id uuid not null,
  primary key (ledger, band, version_id)
);

-- Documents whose texts are nearly the same.
create table copies (
  ledger text not null,
  document_id uuid not null,
  of_document uuid not null,
  resemblance double precision not null,
  recorded_at timestamptz not null,
  primary key (ledger, document_id, of_document)
);
create index copies_of on copies (ledger, of_document);

create table readings (
  ledger text not null,
  reading_id uuid not null,
  document_id uuid not null,
  version_id uuid not null,
  reader jsonb not null,
  reader_key text not null,
  issues jsonb not null,
  recorded_at timestamptz not null,
  retracted_at timestamptz not null,
  primary key (ledger, reading_id)
);
create index readings_version on readings (ledger, version_id);
create index readings_document on readings (ledger, document_id);

create table reading_actors (
  ledger text not null,
  reading_actor_id uuid not null,
  reading_id uuid not null,
  document_id uuid not null,
  local text not null,
  name text not null,
  type text not null,
  aliases jsonb not null,
  mentions jsonb not null,
  links jsonb not null,
  primary key (ledger, reading_actor_id)
);
create index reading_actors_reading on reading_actors (ledger, reading_id);

create table world_actors (
  ledger text not null,
  actor_id uuid not null,
  type text not null,
  links jsonb not null,
  recorded_at timestamptz not null,
  primary key (ledger, actor_id)
);

-- Keys under which a world actor is found: folded names, acronyms, identifiers.
create table actor_keys (
  ledger text not null,
  key text not null,
  actor_id uuid not null,
  recorded_at timestamptz not null,
  primary key (ledger, key, actor_id)
);
create index actor_keys_actor on actor_keys (ledger, actor_id);

-- Whom an actor of a reading is taken for.
create table actor_links (
  ledger text not null,
  link_id uuid not null,
  reading_actor_id uuid not null,
  document_id uuid not null,
  actor_id uuid not null,
  name text not null,
  reason jsonb not null,
  judgement_id uuid,
  recorded_at timestamptz not null,
  retracted_at timestamptz not null,
  primary key (ledger, link_id)
);
create index actor_links_actor on actor_links (ledger, actor_id);
create index actor_links_reading_actor on actor_links (ledger, reading_actor_id);

-- Merges by people: while a row is open, actor_id is canonical_id. An actor has at most one open row.
create table actor_merges (
  ledger text not null,
  actor_id uuid not null,
  canonical_id uuid not null,
  judgement_id uuid not null,
  recorded_at timestamptz not null,
  retracted_at timestamptz not null,
  primary key (ledger, actor_id, recorded_at)
);
create index actor_merges_canonical on actor_merges (ledger, canonical_id);

-- A row is what was known of a record over [recorded_at, retracted_at); a correction closes it and opens another.
create table records (
  ledger text not null,
  record_id uuid not null,
  recorded_at timestamptz not null,
  retracted_at timestamptz not null,
  retracted_why text,
  document_id uuid not null,
  reading_id uuid not null,
  publisher text,
  kind text not null,
  subtype text not null,
  polarity text not null,
  certainty text not null,
  realis text not null,
  dated boolean not null,
  valid_from date not null,
  valid_to date not null,
  -- Where the record stands in time: its first day, else its last, else the day of publication.
  day date not null,
  published_on date,
  label text not null,
  low double precision,
  high double precision,
  ended boolean not null,
  words text not null,
  -- Tells records of one document apart but for their actors: by it a record is found again in another reading.
  signature text not null,
  payload jsonb not null,
  review text not null,
  judgement_id uuid,
  primary key (ledger, record_id, recorded_at)
);
create index records_document on records (ledger, document_id);
create index records_day on records (ledger, day, record_id);
create index records_kind_day on records (ledger, kind, day, record_id);
create index records_kind_subtype_day on records (ledger, kind, subtype, day);
create index records_recorded on records (ledger, recorded_at);

-- Who stands in a record, the chain of sources among them.
create table record_actors (
  ledger text not null,
  record_id uuid not null,
  part text not null,
  position integer not null,
  recorded_at timestamptz not null,
  retracted_at timestamptz not null,
  reading_actor_id uuid not null,
  actor_id uuid not null,
  local text not null,
  name text not null,
  kind text not null,
  subtype text not null,
  day date not null,
  primary key (ledger, record_id, part, position, recorded_at)
);
create index record_actors_actor on record_actors (ledger, actor_id, day, record_id);
create index record_actors_subtype on record_actors (ledger, actor_id, kind, subtype, day);
create index record_actors_reading_actor on record_actors (ledger, reading_actor_id);

-- The record's spans in one version of its document, with their words.
create table anchors (
  ledger text not null,
  record_id uuid not null,
  document_id uuid not null,
  version integer not null,
  spans jsonb not null,
  recorded_at timestamptz not null,
  primary key (ledger, record_id, version, recorded_at)
);

create table clusters (
  ledger text not null,
  cluster_id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  primary key (ledger, cluster_id)
);

create table cluster_members (
  ledger text not null,
  cluster_id uuid not null,
  record_id uuid not null,
  document_id uuid not null,
  reason jsonb not null,
  judgement_id uuid,
  recorded_at timestamptz not null,
  retracted_at timestamptz not null,
  primary key (ledger, cluster_id, record_id, recorded_at)
);
create index cluster_members_record on cluster_members (ledger, record_id);

create table conflicts (
  ledger text not null,
  conflict_id uuid not null,
  kind text not null,
  type text not null,
  earlier_id uuid not null,
  later_id uuid not null,
  reason jsonb not null,
  recorded_at timestamptz not null,
  primary key (ledger, conflict_id)
);
create index conflicts_earlier on conflicts (ledger, earlier_id);
create index conflicts_later on conflicts (ledger, later_id);

create table judgements (
  ledger text not null,
  judgement_id uuid not null,
  action text not null,
  targets jsonb not null,
  before jsonb not null,
  after jsonb not null,
  by_whom text not null,
  why text not null,
  undoes uuid,
  recorded_at timestamptz not null,
  primary key (ledger, judgement_id)
);
create index judgements_recorded on judgements (ledger, recorded_at);
