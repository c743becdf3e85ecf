-- What a trainer decides beyond opening and closing, and what came of it.

ALTER TABLE release ADD COLUMN announced BOOLEAN NOT NULL DEFAULT FALSE;     -- its page says from when, before it opens
ALTER TABLE release ADD COLUMN after_closing TEXT NOT NULL DEFAULT 'hidden'; -- or archived: its page says until when
ALTER TABLE release ADD COLUMN link_key TEXT;                                -- what its address ends in, for the audience link
DROP INDEX release_opening;
CREATE INDEX release_opening ON release (opens_at, capsule_id, audience);
CREATE INDEX release_closing ON release (closes_at);

ALTER TABLE required_language ADD COLUMN review TEXT NOT NULL DEFAULT 'draft'; -- how far it has to be: draft, reviewed, approved

-- How far somebody has looked at a text track. It holds for the file and the language that were looked at: another file
-- is a draft again, while the correction of a cue keeps it.
CREATE TABLE track_review (
  track_id      TEXT   NOT NULL PRIMARY KEY REFERENCES track (id) ON DELETE CASCADE,
  state         TEXT   NOT NULL,            -- reviewed, approved; a draft has no row
  source        TEXT   NOT NULL,            -- hash of the file that was looked at; it need not be kept for this
  charset       TEXT   NOT NULL,
  language      TEXT   NOT NULL,
  decided_at    BIGINT NOT NULL,
  decided_by    TEXT REFERENCES account (id) ON DELETE SET NULL
);
CREATE INDEX track_review_decided_by ON track_review (decided_by);

-- What was made known at a time of a release: each once, however often the clock rings.
CREATE TABLE announcement (
  capsule_id TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  kind       TEXT   NOT NULL,               -- opened, hindered, closing, closed
  due_at     BIGINT NOT NULL,               -- the time of the release that it is about
  made_at    BIGINT NOT NULL,
  PRIMARY KEY (capsule_id, kind, due_at)
);
CREATE INDEX announcement_made_at ON announcement (made_at);

-- Who decided what on releases. The person may go, what they decided stays.
CREATE TABLE audit_entry (
  id         TEXT   NOT NULL PRIMARY KEY,
  at         BIGINT NOT NULL,
  account_id TEXT REFERENCES account (id) ON DELETE SET NULL, -- null for the clock, and for side-car files
  capsule_id TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  deed       TEXT   NOT NULL,
  detail     TEXT   NOT NULL                -- JSON
);
CREATE INDEX audit_entry_capsule ON audit_entry (capsule_id, at);
CREATE INDEX audit_entry_account ON audit_entry (account_id);
