-- Of which capsules what is said or shown has changed, in the order in which it did: whoever keeps a view of the tables
-- reads what came after the last number that it knows.

CREATE TABLE capsule_change (
  capsule_id TEXT   NOT NULL PRIMARY KEY,   -- also of one that is gone: whoever has a view of it must hear so
  number     BIGINT NOT NULL                -- rises; several that changed together have the same
);
CREATE INDEX capsule_change_number ON capsule_change (number);
