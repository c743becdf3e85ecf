-- Who may come in. Of what somebody holds to prove who they are, only a hash stands here.

CREATE TABLE account (
  id            TEXT    NOT NULL PRIMARY KEY,
  sign_in_name  TEXT    NOT NULL UNIQUE,    -- as it is compared: without case
  shown_name    TEXT    NOT NULL,
  role          TEXT    NOT NULL,           -- viewer, media, trainer, admin
  password_hash TEXT,                       -- PHC string; null before the invitation was followed
  disabled      BOOLEAN NOT NULL,
  created_at    BIGINT  NOT NULL
);

CREATE TABLE sign_in_session (              -- of one browser
  id            TEXT   NOT NULL PRIMARY KEY,
  secret_sha256 TEXT   NOT NULL UNIQUE,
  account_id    TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  device        TEXT   NOT NULL,            -- browser and system, for its owner to tell it by
  started_at    BIGINT NOT NULL,
  last_used_at  BIGINT NOT NULL,            -- to the minute
  idle_ms       BIGINT NOT NULL,            -- unused for so long, it ends
  expires_at    BIGINT NOT NULL
);
CREATE INDEX sign_in_session_account ON sign_in_session (account_id);

CREATE TABLE known_device (                 -- a browser that has signed in: strangers cannot use up its tries
  secret_sha256 TEXT   NOT NULL PRIMARY KEY,
  account_id    TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  last_used_at  BIGINT NOT NULL
);
CREATE INDEX known_device_account ON known_device (account_id, last_used_at);

CREATE TABLE access_token (                 -- of a program
  id            TEXT   NOT NULL PRIMARY KEY,
  secret_sha256 TEXT   NOT NULL UNIQUE,
  account_id    TEXT   NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name          TEXT   NOT NULL,
  made_at       BIGINT NOT NULL,
  last_used_at  BIGINT                      -- to the minute; null before the first time
);
CREATE INDEX access_token_account ON access_token (account_id);

CREATE TABLE account_link (                 -- an invitation, or a new password; works once
  secret_sha256 TEXT   NOT NULL PRIMARY KEY,
  account_id    TEXT   UNIQUE REFERENCES account (id) ON DELETE CASCADE, -- null: makes the first admin
  expires_at    BIGINT NOT NULL
);
