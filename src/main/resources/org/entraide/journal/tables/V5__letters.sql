-- What was seen of a letter beside its names, and hashes of whom it was addressed to.

ALTER TABLE introduction ADD COLUMN marks TEXT NOT NULL DEFAULT '';
ALTER TABLE introduction ADD COLUMN person_address TEXT NOT NULL DEFAULT '';
ALTER TABLE introduction ADD COLUMN helper_address TEXT NOT NULL DEFAULT '';
