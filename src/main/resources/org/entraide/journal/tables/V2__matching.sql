-- What the last matching was decided on, by a hash, and the pairs it started from and proposed.

CREATE TABLE matched (
  campaign TEXT NOT NULL PRIMARY KEY,
  instance TEXT NOT NULL
);

CREATE TABLE matched_pair (
  campaign TEXT NOT NULL REFERENCES matched (campaign) ON DELETE CASCADE,
  made BOOLEAN NOT NULL,
  person TEXT NOT NULL,
  helper TEXT NOT NULL,
  PRIMARY KEY (campaign, made, person, helper)
);

CREATE TABLE report_matching (
  campaign TEXT NOT NULL PRIMARY KEY REFERENCES report (campaign) ON DELETE CASCADE,
  instance TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  people_helped INTEGER NOT NULL,
  introductions INTEGER NOT NULL,
  upper_bound INTEGER,
  bound TEXT NOT NULL,
  blocking_pairs BIGINT NOT NULL,
  policy TEXT NOT NULL,
  alternatives_instance TEXT,
  alternatives_at TEXT,
  alternatives_beside INTEGER
);

CREATE TABLE report_alternative (
  campaign TEXT NOT NULL REFERENCES report_matching (campaign) ON DELETE CASCADE,
  policy TEXT NOT NULL,
  people_helped INTEGER,
  blocking_pairs BIGINT,
  blocking_priority BIGINT,
  PRIMARY KEY (campaign, policy)
);
