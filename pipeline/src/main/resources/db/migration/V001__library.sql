-- The one schema, for SQLite and PostgreSQL alike: TEXT ids made in Java, BIGINT milliseconds since 1970 (UTC) or of
-- length, BOOLEAN. What is kept in storage is named here by its SHA-256 (lower-case hex).

CREATE TABLE situation (
  id         TEXT   NOT NULL PRIMARY KEY,
  country    TEXT,                          -- ISO 3166-1 alpha-2
  created_at BIGINT NOT NULL
);
CREATE TABLE situation_text (
  situation_id TEXT NOT NULL REFERENCES situation (id) ON DELETE CASCADE,
  language     TEXT NOT NULL,               -- BCP 47, normalised; so everywhere
  title        TEXT,
  narrative    TEXT,
  PRIMARY KEY (situation_id, language)
);
CREATE TABLE situation_theme (
  situation_id TEXT NOT NULL REFERENCES situation (id) ON DELETE CASCADE,
  theme        TEXT NOT NULL,
  PRIMARY KEY (situation_id, theme)
);
CREATE INDEX situation_theme_theme ON situation_theme (theme, situation_id);

CREATE TABLE collection (
  id         TEXT   NOT NULL PRIMARY KEY,
  created_at BIGINT NOT NULL
);
CREATE TABLE collection_text (
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  language      TEXT NOT NULL,
  title         TEXT NOT NULL,
  PRIMARY KEY (collection_id, language)
);
CREATE INDEX collection_text_title ON collection_text (language, title);

-- Every file that storage holds under its own hash: footage, subtitles as they came and as WebVTT, documents.
CREATE TABLE stored_file (
  sha256    TEXT   NOT NULL PRIMARY KEY,
  bytes     BIGINT NOT NULL,
  stored_at BIGINT NOT NULL
);

CREATE TABLE capsule (
  id               TEXT   NOT NULL PRIMARY KEY,
  slug             TEXT   NOT NULL UNIQUE,
  footage_sha256   TEXT   NOT NULL UNIQUE REFERENCES stored_file (sha256),
  footage_name     TEXT   NOT NULL,         -- as its owner knows it
  language         TEXT,                    -- spoken; null when unknown
  situation_id     TEXT REFERENCES situation (id),
  collection_id    TEXT REFERENCES collection (id),
  collection_order BIGINT,
  sheet_sha256     TEXT REFERENCES stored_file (sha256), -- the YAML side-car that was read last
  edition_id       TEXT,                    -- the one that is shown; null before the first
  created_at       BIGINT NOT NULL
);
CREATE INDEX capsule_situation ON capsule (situation_id);
CREATE INDEX capsule_collection ON capsule (collection_id, collection_order);
CREATE INDEX capsule_footage_name ON capsule (footage_name);
CREATE INDEX capsule_edition_id ON capsule (edition_id);
CREATE TABLE capsule_text (
  capsule_id TEXT NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  language   TEXT NOT NULL,
  title      TEXT,
  summary    TEXT,
  folded     TEXT NOT NULL,                 -- both without case and accents, for searching
  PRIMARY KEY (capsule_id, language)
);
CREATE TABLE capsule_keyword (
  capsule_id TEXT NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  language   TEXT NOT NULL,
  keyword    TEXT NOT NULL,
  PRIMARY KEY (capsule_id, language, keyword)
);

CREATE TABLE track (                        -- of text; pictures and sound are of an edition
  id            TEXT   NOT NULL PRIMARY KEY,
  capsule_id    TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  language      TEXT   NOT NULL,
  role          TEXT   NOT NULL,            -- subtitles, captions, descriptions, chapters
  source_sha256 TEXT   NOT NULL REFERENCES stored_file (sha256),
  source_name   TEXT   NOT NULL,
  format        TEXT   NOT NULL,
  charset       TEXT   NOT NULL,
  webvtt_sha256 TEXT   NOT NULL REFERENCES stored_file (sha256),
  webvtt_bytes  BIGINT NOT NULL,
  cues          BIGINT NOT NULL,
  findings      TEXT   NOT NULL,            -- JSON, as in a report
  added_at      BIGINT NOT NULL,
  UNIQUE (capsule_id, language, role)
);
CREATE INDEX track_language ON track (language, capsule_id);

CREATE TABLE document (
  id         TEXT   NOT NULL PRIMARY KEY,
  capsule_id TEXT   NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  kind       TEXT   NOT NULL,               -- the word between stem and ending: fiche, guide …
  file_name  TEXT   NOT NULL,
  media_type TEXT   NOT NULL,               -- told from its bytes
  sha256     TEXT   NOT NULL REFERENCES stored_file (sha256),
  bytes      BIGINT NOT NULL,
  added_at   BIGINT NOT NULL,
  UNIQUE (capsule_id, file_name)
);

CREATE TABLE release (
  capsule_id TEXT   NOT NULL PRIMARY KEY REFERENCES capsule (id) ON DELETE CASCADE,
  audience   TEXT   NOT NULL,               -- public, signed-in, link
  opens_at   BIGINT NOT NULL,
  closes_at  BIGINT,
  zone       TEXT   NOT NULL                -- IANA, in which its times were given
);
CREATE INDEX release_opening ON release (audience, opens_at, capsule_id);
CREATE TABLE required_language (
  capsule_id TEXT NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  language   TEXT NOT NULL,
  PRIMARY KEY (capsule_id, language)
);

CREATE TABLE edition (
  id           TEXT    NOT NULL PRIMARY KEY, -- the hash of what is in it
  length_ms    BIGINT  NOT NULL,
  width        BIGINT,                       -- of the largest picture; null for sound only
  height       BIGINT,
  held         BOOLEAN NOT NULL,             -- damaged: not shown before a person has looked
  report       TEXT    NOT NULL,             -- JSON
  made_at      BIGINT  NOT NULL
);
-- Footage that differs in what nobody sees or hears gives the very same edition: it may be of several capsules.
CREATE TABLE capsule_edition (
  capsule_id TEXT NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  edition_id TEXT NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  PRIMARY KEY (capsule_id, edition_id)
);
CREATE INDEX capsule_edition_edition ON capsule_edition (edition_id);
CREATE TABLE edition_file (
  edition_id TEXT   NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  name       TEXT   NOT NULL,
  bytes      BIGINT NOT NULL,
  sha256     TEXT   NOT NULL,
  PRIMARY KEY (edition_id, name)
);
CREATE TABLE encoded_track (
  edition_id  TEXT   NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  file        TEXT   NOT NULL,
  position    BIGINT NOT NULL,               -- largest picture first, sound last
  lines       BIGINT NOT NULL,               -- short side in pixels; 0 for sound
  frame_rate  TEXT,                          -- 30000/1001; null for sound
  language    TEXT,
  bytes       BIGINT NOT NULL,
  track_index TEXT   NOT NULL,               -- JSON: where its segments stand
  PRIMARY KEY (edition_id, file)
);
CREATE TABLE edition_chapter (
  edition_id TEXT   NOT NULL REFERENCES edition (id) ON DELETE CASCADE,
  start_ms   BIGINT NOT NULL,
  title      TEXT   NOT NULL,
  PRIMARY KEY (edition_id, start_ms)
);

CREATE TABLE production (
  id               TEXT    NOT NULL PRIMARY KEY,
  capsule_id       TEXT    NOT NULL REFERENCES capsule (id) ON DELETE CASCADE,
  state            TEXT    NOT NULL,         -- queued, running, done, failed, cancelled
  step             TEXT,
  percent          BIGINT  NOT NULL,
  reason_code      TEXT,                     -- why it failed, or waits for another attempt
  reason           TEXT,
  machine_fault    BOOLEAN NOT NULL,
  attempts         BIGINT  NOT NULL,
  token            BIGINT  NOT NULL,         -- the fence: only the newest attempt may write a result
  cancel_requested BOOLEAN NOT NULL,
  queued_at        BIGINT  NOT NULL,
  started_at       BIGINT,
  ended_at         BIGINT,
  edition_id       TEXT
);
CREATE INDEX production_capsule ON production (capsule_id, queued_at);
CREATE INDEX production_state ON production (state, queued_at);

CREATE TABLE inbox_file (                    -- what an inbox held and was looked at: not read again until it changes
  path        TEXT   NOT NULL PRIMARY KEY,
  bytes       BIGINT NOT NULL,
  modified_at BIGINT NOT NULL,
  taken_at    BIGINT NOT NULL
);

-- db-scheduler's own table; it writes its times itself.
CREATE TABLE scheduled_tasks (
  task_name            TEXT      NOT NULL,
  task_instance        TEXT      NOT NULL,
  task_data            ${bytes},
  execution_time       ${instant} NOT NULL,
  picked               BOOLEAN   NOT NULL,
  picked_by            TEXT,
  last_success         ${instant},
  last_failure         ${instant},
  consecutive_failures INT,
  last_heartbeat       ${instant},
  version              BIGINT    NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
