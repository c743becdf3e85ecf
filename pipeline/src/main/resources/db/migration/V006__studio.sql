-- What the studio lists and does.

-- Newest first, what is there apart from what was deleted.
CREATE INDEX capsule_standing ON capsule (deleted_at, created_at, id);
CREATE INDEX capsule_deleted ON capsule (deleted_at, id);
-- The newest production of a capsule, and the newest of those that ended in some way.
DROP INDEX production_capsule;
CREATE INDEX production_capsule ON production (capsule_id, queued_at, id);
CREATE INDEX production_ended ON production (state, ended_at);

-- Somebody has looked at a damaged edition and lets it be shown: since then it is not held any more.
CREATE TABLE edition_look (
  edition_id TEXT   NOT NULL PRIMARY KEY REFERENCES edition (id) ON DELETE CASCADE,
  account_id TEXT   NOT NULL,               -- stands here even when the account is gone
  looked_at  BIGINT NOT NULL
);
