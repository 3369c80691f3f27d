-- A file of indicators that was read and waits for the person to look at what it would change; afterwards the report of what it did.
CREATE TABLE indicator_files (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  person_id       uuid NOT NULL,
  at              timestamptz NOT NULL,
  file_name       text NOT NULL,
  -- What was read: facts by school as written, without any other column. Emptied when the file has been entered or put aside.
  readings        jsonb,
  report          jsonb NOT NULL,
  state           text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'applied', 'put-aside')),
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX indicator_files_by_time ON indicator_files (region_id, at);
CALL protect_rows('indicator_files', 'municipality', 'select, insert, update');
-- A file of the whole region tells of schools of every municipality, so a municipal seat reads only the files of its own.
CREATE POLICY own_territory ON indicator_files AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));
