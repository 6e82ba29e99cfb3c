-- Introductions in the order in which they were begun: only SQLite numbers rows by itself.

ALTER TABLE introduction ADD COLUMN number BIGINT NOT NULL DEFAULT 0;

UPDATE introduction SET number = ${row};

CREATE INDEX introduction_order ON introduction (campaign, number);
