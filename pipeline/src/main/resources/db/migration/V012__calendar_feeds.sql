-- A private address at which a person's calendar reads the schedule. Who knows it may do nothing else.

CREATE TABLE calendar_feed (
  account_id    TEXT   NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  secret_sha256 TEXT   NOT NULL UNIQUE,
  made_at       BIGINT NOT NULL
);
