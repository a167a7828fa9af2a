-- Where people say that an actor (a village, a camp) lies; of one actor the newest row counts. Both null: nowhere any more.
create table place_positions (
  ledger text not null,
  actor_id uuid not null,
  lat double precision,
  lon double precision,
  by_whom text not null,
  why text not null,
  recorded_at timestamptz not null,
  primary key (ledger, actor_id, recorded_at)
);
-- Reports by the time at which a version of them came in.
create index versions_recorded on versions (ledger, recorded_at);
