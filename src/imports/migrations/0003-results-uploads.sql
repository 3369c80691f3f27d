-- Files of results that somebody sent at once. The files themselves are never kept: they name pupils. What is kept are counts and the report.
CREATE TABLE result_uploads (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  person_id       uuid NOT NULL,
  at              timestamptz NOT NULL,
  -- What the sender said of the files: procedure, subject, grade, year, wave.
  about           jsonb NOT NULL,
  state           text NOT NULL CHECK (state IN ('reading', 'waiting', 'applied', 'put-aside')),
  files_total     integer NOT NULL,
  -- The last sign of life while files are read: reading without one was interrupted.
  beat_at         timestamptz NOT NULL,
  -- Which verdicts of the newest runs would turn; null: not known.
  verdicts        jsonb,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX result_uploads_by_time ON result_uploads (region_id, at);
CALL protect_rows('result_uploads', 'municipality', 'select, insert, update');
CREATE POLICY own_territory ON result_uploads AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));

CREATE TABLE result_upload_files (
  region_id       integer NOT NULL,
  upload_id       uuid NOT NULL,
  place           integer NOT NULL,
  municipality_id uuid,
  file_name       text NOT NULL,
  -- SHA-256 of the bytes: the same file again is told at once.
  hash            text NOT NULL,
  state           text NOT NULL CHECK (state IN ('read', 'unknown-layout', 'refused', 'left-out')),
  layout          text,
  -- Code and figures of the refusal, without anything from inside the file.
  refusal         jsonb,
  report          jsonb,
  -- Headings of a table that no layout knows, for the page that says which column is what.
  headings        jsonb,
  -- Counts by cell; emptied when they have been entered or put aside.
  cells           jsonb,
  PRIMARY KEY (region_id, upload_id, place),
  FOREIGN KEY (region_id, upload_id) REFERENCES result_uploads (region_id, id)
);
CALL protect_rows('result_upload_files', 'municipality', 'select, insert, update');
CREATE POLICY own_territory ON result_upload_files AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));

-- Which column is what in a table that no layout knows, learnt once by its headings and offered next time.
CREATE TABLE result_mappings (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  -- Hash of the headings in their order.
  headings_hash   text NOT NULL,
  headings        jsonb NOT NULL,
  -- Heading as printed → column of the product's own table.
  columns         jsonb NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX result_mappings_by_headings ON result_mappings (region_id, headings_hash);
CALL protect_rows('result_mappings', 'municipality', 'select, insert, update');
