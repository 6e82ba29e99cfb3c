-- What online geocoders answered: by keyed hashes, never by what somebody wrote.

CREATE TABLE place_key (
  only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
  secret TEXT NOT NULL
);

CREATE TABLE place (
  hash TEXT NOT NULL PRIMARY KEY,
  question TEXT NOT NULL,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  fineness TEXT,
  uncertainty_km DOUBLE PRECISION,
  name TEXT,
  country TEXT,
  confidence DOUBLE PRECISION,
  provider TEXT,
  fetched_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX place_expiry ON place (expires_at);
