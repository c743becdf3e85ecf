CREATE TABLE half (id TEXT);
ALTER TABLE there_is_none ADD COLUMN other TEXT;
