-- Who was erased: keyed hashes of answers, references and responses, and each campaign's key.

CREATE TABLE erasure_key (
  campaign TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL
);

CREATE TABLE erased (
  campaign TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (campaign, hash)
);
