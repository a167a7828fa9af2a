-- What began before the days asked about and went on into them, in order of time: where few go on, as of events, few rows
-- are read; where many do, as of relations, reading ends when the page is full.
drop index records_spanning;
create index records_spanning on records (ledger, kind, day, valid_to, record_id) where dated and valid_to > day;
