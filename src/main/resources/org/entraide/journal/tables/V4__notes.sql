-- What is remembered of people beside their answers, and which introductions a new one stands for.

CREATE TABLE note (
  campaign TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (campaign, kind, subject)
);

ALTER TABLE introduction ADD COLUMN answers TEXT NOT NULL DEFAULT '';
