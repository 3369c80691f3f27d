-- A register file that was read and waits for the person to look at what it would change; afterwards the report of what it did.
CREATE TABLE register_files (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  person_id       uuid NOT NULL,
  at              timestamptz NOT NULL,
  file_name       text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('organisations', 'people', 'municipalities')),
  -- Cells as text. Emptied when the file has been applied or put aside: the register is the record then.
  cells           jsonb,
  report          jsonb NOT NULL,
  state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'applied', 'put-aside')),
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX register_files_by_time ON register_files (region_id, at);
CALL protect_rows('register_files', 'municipality', 'select, insert, update');
