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

-- Takes from a minute what is left, up to what is of use, unless that is less than the least; one
-- at a time. The first row tells what was taken, the others what counts for how many seconds more.
-- One statement, so that no client holds the lock while it thinks; and one that stops before it
-- commits loses it soon. What a server forgets when it fails, Google counts all the same.
CREATE FUNCTION quota_take(
  of_whom TEXT, at_least INTEGER, at_most INTEGER, allowed INTEGER, counts INTERVAL)
RETURNS TABLE (seconds INTEGER, amount BIGINT) LANGUAGE plpgsql AS $$
DECLARE
  now_at TIMESTAMPTZ;
  spent BIGINT;
  granted BIGINT := 0;
BEGIN
  PERFORM set_config('lock_timeout', '3s', true),
    set_config('idle_in_transaction_session_timeout', '3s', true),
    set_config('synchronous_commit', 'off', true);
  PERFORM 1 FROM quota q WHERE q.subject = of_whom FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO quota (subject) VALUES (of_whom) ON CONFLICT DO NOTHING;
    PERFORM 1 FROM quota q WHERE q.subject = of_whom FOR UPDATE;
  END IF;
  now_at := clock_timestamp();
  -- and what is of the future, after the clock was set back
  DELETE FROM quota_slice s
  WHERE s.subject = of_whom AND (s.taken_at <= now_at - counts OR s.taken_at > now_at + counts);
  SELECT COALESCE(SUM(s.units), 0) INTO spent FROM quota_slice s WHERE s.subject = of_whom;
  IF spent + at_least <= allowed THEN
    granted := LEAST(at_most, allowed - spent);
    INSERT INTO quota_slice (subject, taken_at, units) VALUES (of_whom, now_at, granted);
  END IF;
  RETURN QUERY SELECT 0, granted;
  RETURN QUERY
    SELECT CEIL(EXTRACT(EPOCH FROM s.taken_at + counts - now_at))::INTEGER AS ends, SUM(s.units)
    FROM quota_slice s WHERE s.subject = of_whom GROUP BY 1 ORDER BY 1;
END
$$;

-- What people who signed in allowed, sealed with a key that the database does not know.
CREATE TABLE token (
  name TEXT NOT NULL PRIMARY KEY,
  change BIGINT NOT NULL,
  sealed TEXT NOT NULL
);
