-- Rows of a tenant are protected by three kinds of reach. Each slice's migration calls this once for each of its tables:
--   CALL protect_rows('roadmaps', 'municipality');
-- region        columns: region_id. Everybody in the region reads, only regional seats write.
-- municipality  columns: region_id, municipality_id (NULL: a regional row). A municipal seat reads its own and the
--               regional rows and writes its own; a school reads and does not write.
-- organisation  columns: region_id, municipality_id, organisation_id (NULL: a row of the whole territory). As above,
--               and a school reads the rows of its territory and its own, and writes its own.
-- The policies are plain comparisons with the settings of the transaction, so that they also hold on distributed tables.
CREATE PROCEDURE protect_rows(protected regclass, reach text, verbs text DEFAULT 'select, insert, update, delete')
LANGUAGE plpgsql AS $$
DECLARE
  region text := $p$region_id = current_setting('app.region')::integer$p$;
  municipality text := $p$(current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid$p$;
  organisation text := $p$(current_setting('app.organisation') = '' OR organisation_id = NULLIF(current_setting('app.organisation'), '')::uuid$p$;
  readable text;
  writable text;
BEGIN
  IF reach = 'region' THEN
    readable := region;
    writable := region || $p$ AND current_setting('app.municipality') = '' AND current_setting('app.organisation') = ''$p$;
  ELSIF reach = 'municipality' THEN
    readable := region || ' AND ' || municipality || ' OR municipality_id IS NULL)';
    writable := region || ' AND ' || municipality || $p$) AND current_setting('app.organisation') = ''$p$;
  ELSIF reach = 'organisation' THEN
    readable := region || ' AND ' || municipality || ' OR municipality_id IS NULL) AND '
      || organisation || ' OR organisation_id IS NULL)';
    writable := region || ' AND ' || municipality || ') AND ' || organisation || ')';
  ELSE
    RAISE EXCEPTION 'reach is region, municipality or organisation, not %', reach;
  END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', protected);
  EXECUTE format('CREATE POLICY reading ON %s FOR SELECT TO opora_app USING (%s)', protected, readable);
  EXECUTE format('CREATE POLICY adding ON %s FOR INSERT TO opora_app WITH CHECK (%s)', protected, writable);
  EXECUTE format('CREATE POLICY changing ON %s FOR UPDATE TO opora_app USING (%s) WITH CHECK (%s)', protected, writable, writable);
  EXECUTE format('CREATE POLICY removing ON %s FOR DELETE TO opora_app USING (%s)', protected, writable);
  EXECUTE format('GRANT %s ON %s TO opora_app', verbs, protected);
END $$;
REVOKE ALL ON PROCEDURE protect_rows FROM PUBLIC;

-- Who changed what, and how it looked before. Written by the application in the transaction of the change; only grows.
CREATE TABLE audit_lines (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  at              timestamptz NOT NULL,
  person_id       uuid,
  person_name     text NOT NULL,
  seat            text NOT NULL,
  action          text NOT NULL,
  subject_kind    text NOT NULL,
  subject_id      text NOT NULL,
  municipality_id uuid,
  organisation_id uuid,
  before          jsonb,
  after           jsonb,
  request_id      text NOT NULL,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX audit_lines_of_subject ON audit_lines (region_id, subject_kind, subject_id, at);
CREATE INDEX audit_lines_by_time ON audit_lines (region_id, at);
CALL protect_rows('audit_lines', 'organisation', 'select, insert');
CREATE POLICY system_adding ON audit_lines FOR INSERT TO opora_system WITH CHECK (true);
GRANT INSERT ON audit_lines TO opora_system;

-- What a form has already led to, so that Back and a second press give the same result and no second record.
CREATE TABLE submissions (
  region_id integer NOT NULL,
  person_id uuid NOT NULL,
  key       text NOT NULL,
  result    jsonb,
  at        timestamptz NOT NULL,
  PRIMARY KEY (region_id, person_id, key)
);
ALTER TABLE submissions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON submissions FOR ALL TO opora_app
  USING (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid)
  WITH CHECK (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
GRANT SELECT, INSERT, UPDATE ON submissions TO opora_app;
