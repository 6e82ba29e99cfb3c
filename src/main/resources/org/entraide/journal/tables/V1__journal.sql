-- Standard SQL but for the two generated numbers, which each database spells its own way.
-- Moments are UTC text of one width, so that they sort: 2020-03-25T10:15:30.000000000Z

CREATE TABLE given_reference (
  campaign TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (campaign, reference)
);

CREATE TABLE fingerprint (
  campaign TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (campaign, fingerprint)
);

CREATE TABLE first_answer (
  campaign TEXT NOT NULL,
  reference TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  PRIMARY KEY (campaign, reference)
);

CREATE TABLE cell (
  campaign TEXT NOT NULL,
  reference TEXT NOT NULL,
  mark TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (campaign, reference, mark)
);

CREATE TABLE introduction (
  campaign TEXT NOT NULL,
  reference TEXT NOT NULL,
  person TEXT NOT NULL,
  helper TEXT NOT NULL,
  needs TEXT NOT NULL,
  distance_km DOUBLE PRECISION,
  state TEXT NOT NULL,
  mailbox TEXT NOT NULL,
  draft_id TEXT,
  message_id TEXT,
  thread_id TEXT,
  begun_at TEXT NOT NULL,
  attempted BOOLEAN NOT NULL,
  missing_since TEXT,
  sent_at TEXT,
  PRIMARY KEY (campaign, reference)
);

CREATE TABLE effect (
  id ${number},
  campaign TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  outcome TEXT,
  ended_at TEXT
);

-- Effects are many and those still open few.
CREATE INDEX effect_open ON effect (campaign, id) WHERE outcome IS NULL OR outcome = 'UNKNOWN';

CREATE TABLE report (
  campaign TEXT NOT NULL PRIMARY KEY,
  last_cycle TEXT NOT NULL,
  last_success TEXT,
  trouble TEXT NOT NULL
);

CREATE TABLE report_count (
  campaign TEXT NOT NULL REFERENCES report (campaign) ON DELETE CASCADE,
  name TEXT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (campaign, name)
);

CREATE TABLE command (
  id ${number},
  kind TEXT NOT NULL,
  argument TEXT NOT NULL,
  queued_at TEXT NOT NULL,
  done_at TEXT,
  result TEXT
);

CREATE INDEX command_open ON command (id) WHERE done_at IS NULL;
