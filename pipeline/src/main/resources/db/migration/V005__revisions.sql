-- Text tracks are corrected by adding revisions; nothing is lost, and the newest is what is shown.

ALTER TABLE track ADD COLUMN revision BIGINT NOT NULL DEFAULT 1; -- the newest one's number: two may save at once

CREATE TABLE track_revision (
  track_id      TEXT   NOT NULL REFERENCES track (id) ON DELETE CASCADE,
  number        BIGINT NOT NULL,            -- from 1
  webvtt_sha256 TEXT   NOT NULL REFERENCES stored_file (sha256),
  webvtt_bytes  BIGINT NOT NULL,
  cues          BIGINT NOT NULL,
  findings      TEXT   NOT NULL,            -- JSON, as in a report
  made_at       BIGINT NOT NULL,
  made_by       TEXT REFERENCES account (id) ON DELETE SET NULL, -- null for what came as a file
  PRIMARY KEY (track_id, number)
);
CREATE INDEX track_revision_made_by ON track_revision (made_by);

INSERT INTO track_revision (track_id, number, webvtt_sha256, webvtt_bytes, cues, findings, made_at, made_by)
SELECT id, 1, webvtt_sha256, webvtt_bytes, cues, findings, added_at, NULL FROM track;
