-- Of a journal that several daemons share. Times are the database's, which alone judges them.

-- The daemons that are at work; whoever has not renewed its row in time does not come back to it.
CREATE TABLE member (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  shares BOOLEAN NOT NULL,
  joined_at TIMESTAMPTZ NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL
);

-- Which of them works on a campaign, for as long as its own row lasts; nobody where that is ''.
-- The fence is one higher with each new owner.
CREATE TABLE lease (
  campaign TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  fence BIGINT NOT NULL,
  since TIMESTAMPTZ NOT NULL
);

-- Under which fence an effect was begun: set by the transaction that checked it.
ALTER TABLE effect ADD COLUMN fence BIGINT
  DEFAULT CAST(NULLIF(current_setting('entraide.fence', true), '') AS BIGINT);

-- What of a minute's quota was taken by whom does not matter, only when: by hashes of accounts.
CREATE TABLE quota (
  subject TEXT NOT NULL PRIMARY KEY
);

CREATE TABLE quota_slice (
  subject TEXT NOT NULL REFERENCES quota (subject) ON DELETE CASCADE,
  taken_at TIMESTAMPTZ NOT NULL,
  units INTEGER NOT NULL
);

CREATE INDEX quota_slice_time ON quota_slice (subject, taken_at);

-- What people who signed in allowed, sealed with a key that the database does not know.
CREATE TABLE token (
  name TEXT NOT NULL PRIMARY KEY,
  change BIGINT NOT NULL,
  sealed TEXT NOT NULL
);
