-- Full text, apart from the tables: a server without PostgreSQL's own may leave this out and search another way.
create index records_words on records using gin (to_tsvector('english', words));
