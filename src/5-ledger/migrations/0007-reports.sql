-- Words of whole reports. A vector of words holds a megabyte at most: of very long texts the beginning is searched.
create index versions_words on versions
  using gin (to_tsvector('english', coalesce(title, '') || ' ' || left(text, 200000)));
