-- When a campaign's next cycle is due: poll is only a wish.

ALTER TABLE report ADD COLUMN next_cycle TEXT;
