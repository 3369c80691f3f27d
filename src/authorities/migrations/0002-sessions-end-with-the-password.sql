-- Sessions that began before this moment are over: a new password or a lock ends them for good.
ALTER TABLE accounts ADD COLUMN sessions_since timestamptz;
