-- The history of a text track outlives it for as long as the track may be put back: it hangs on the capsule and on the
-- track's id, which the removed one keeps.

ALTER TABLE removed_file ADD COLUMN track_id TEXT; -- null for a document; before this version no history was kept

CREATE TABLE kept_revision (
  track_id      TEXT   NOT NULL,            -- of a track that is there, or that was removed
  capsule_id    TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  number        BIGINT NOT NULL,            -- from 1
  webvtt_sha256 TEXT   NOT NULL REFERENCES stored_file (sha256),
  webvtt_bytes  BIGINT NOT NULL,
  cues          BIGINT NOT NULL,
  findings      TEXT   NOT NULL,            -- JSON, as in a report
  made_at       BIGINT NOT NULL,
  made_by       TEXT REFERENCES account (id) ON DELETE SET NULL, -- null for what came as a file
  PRIMARY KEY (track_id, number)
);
INSERT INTO kept_revision (track_id, capsule_id, number, webvtt_sha256, webvtt_bytes, cues, findings, made_at, made_by)
SELECT r.track_id, t.capsule_id, r.number, r.webvtt_sha256, r.webvtt_bytes, r.cues, r.findings, r.made_at, r.made_by
FROM track_revision r JOIN track t ON t.id = r.track_id;
DROP TABLE track_revision;
ALTER TABLE kept_revision RENAME TO track_revision;
CREATE INDEX track_revision_capsule ON track_revision (capsule_id);
CREATE INDEX track_revision_made_by ON track_revision (made_by);
