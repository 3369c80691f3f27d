-- Figures and decisions about a school: read by the school itself, by its municipality and by the region. A municipal seat does not see
-- schools of others, and a school writes nothing but its answer, whose table opens that by itself.
CREATE PROCEDURE protect_list_rows(protected regclass, verbs text)
LANGUAGE plpgsql AS $$
DECLARE
  region text := $p$region_id = current_setting('app.region')::integer$p$;
  own text := $p$ AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid)$p$;
  office text := $p$ AND current_setting('app.organisation') = ''$p$;
BEGIN
  CALL protect_rows(protected, 'organisation', verbs);
  EXECUTE format('CREATE POLICY own_territory ON %s AS RESTRICTIVE FOR SELECT TO opora_app USING (%s)', protected, region || own);
  EXECUTE format('CREATE POLICY changed_by_offices ON %s AS RESTRICTIVE FOR UPDATE TO opora_app USING (%s)', protected, region || office);
END $$;
REVOKE ALL ON PROCEDURE protect_list_rows FROM PUBLIC;

-- Editions of the region's own methodologies as they are written. Those that come with the product stand in files.
CREATE TABLE methodology_editions (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  code            text NOT NULL,
  edition         integer NOT NULL CHECK (edition >= 1),
  title           text NOT NULL,
  state           text NOT NULL CHECK (state IN ('draft', 'approved', 'dropped')),
  -- What it was copied from, in words, and which edition that is (an id, or the code of a shipped one); null when it was uploaded.
  origin          text,
  origin_id       text,
  methodology     text NOT NULL,
  cases           text NOT NULL,
  version         integer NOT NULL DEFAULT 1,
  made_at         timestamptz NOT NULL,
  made_by         text NOT NULL,
  approved_at     timestamptz,
  approved_by     text,
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, code, edition),
  CHECK ((state = 'approved') = (approved_at IS NOT NULL)),
  CHECK ((approved_at IS NULL) = (approved_by IS NULL)),
  CHECK ((origin IS NULL) = (origin_id IS NULL))
);
CALL protect_rows('methodology_editions', 'region', 'select, insert, update');
-- An approved edition is never edited, only succeeded by the next one.
CREATE POLICY drafts_only ON methodology_editions AS RESTRICTIVE FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND state = 'draft')
  WITH CHECK (region_id = current_setting('app.region')::integer);

-- Results as a run saw them, packed, so that any edition can be tried on them again. The same results are kept once.
CREATE TABLE run_inputs (
  region_id       integer NOT NULL,
  hash            text NOT NULL,
  packed          bytea NOT NULL,
  kept_at         timestamptz NOT NULL,
  PRIMARY KEY (region_id, hash)
);
CALL protect_rows('run_inputs', 'region', 'select, insert');
CREATE POLICY whole_region ON run_inputs AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND current_setting('app.municipality') = '' AND current_setting('app.organisation') = '');

-- A methodology applied to results: what was asked, and the answer as it came out. Never changed.
CREATE TABLE list_runs (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  code            text NOT NULL,
  edition         integer NOT NULL,
  -- Null: the edition came with the product.
  edition_id      uuid,
  title           text NOT NULL,
  methodology     jsonb NOT NULL,
  settings        jsonb NOT NULL,
  day             date NOT NULL,
  year            smallint NOT NULL,
  inputs_hash     text NOT NULL,
  -- Which list stood for which column of the methodology.
  columns         jsonb NOT NULL,
  lists           jsonb NOT NULL,
  region_figures  jsonb NOT NULL,
  schools         integer NOT NULL,
  made_at         timestamptz NOT NULL,
  made_by         text NOT NULL,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, inputs_hash) REFERENCES run_inputs (region_id, hash),
  FOREIGN KEY (region_id, edition_id) REFERENCES methodology_editions (region_id, id)
);
CREATE INDEX list_runs_by_time ON list_runs (region_id, made_at);
CALL protect_rows('list_runs', 'region', 'select, insert');

CREATE TABLE run_schools (
  region_id       integer NOT NULL,
  run_id          uuid NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  name            text NOT NULL,
  -- By list: verdict, margin, what it would become, chances of the low procedures. For tables of many schools.
  verdicts        jsonb NOT NULL,
  -- The whole answer with its traces. For the page of one school.
  answer          jsonb NOT NULL,
  -- By procedure: files and rows that the figures came from.
  sources         jsonb NOT NULL,
  PRIMARY KEY (region_id, run_id, organisation_id),
  FOREIGN KEY (region_id, run_id) REFERENCES list_runs (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id)
);
CALL protect_list_rows('run_schools', 'select, insert');

-- A list is a decision. `frozen` stands in its key, so that nothing can be hung on a frozen list afterwards.
CREATE TABLE lists (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  frozen          boolean NOT NULL DEFAULT false,
  -- Null: the list was made elsewhere and `act` says by whom.
  run_id          uuid,
  list_key        text,
  act             text,
  -- Lines of an imported list that are no school of the register.
  unmatched       jsonb NOT NULL DEFAULT '[]',
  title           text NOT NULL,
  year            smallint NOT NULL,
  state           text NOT NULL CHECK (state IN ('proposed', 'decided', 'approved', 'frozen')),
  answers_until   date,
  order_number    text,
  order_date      date,
  order_title     text,
  code            text,
  edition         integer,
  inputs_hash     text,
  version         integer NOT NULL DEFAULT 1,
  made_at         timestamptz NOT NULL,
  made_by         text NOT NULL,
  decided_at      timestamptz,
  decided_by      text,
  approved_at     timestamptz,
  approved_by     text,
  frozen_at       timestamptz,
  frozen_by       text,
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, id, frozen),
  FOREIGN KEY (region_id, run_id) REFERENCES list_runs (region_id, id),
  CHECK (frozen = (state = 'frozen')),
  CHECK ((run_id IS NULL) = (act IS NOT NULL)),
  CHECK ((run_id IS NULL) = (list_key IS NULL)),
  CHECK (state NOT IN ('approved', 'frozen') OR num_nulls(order_number, order_date, order_title, approved_at, approved_by) = 0)
);
CREATE INDEX lists_by_time ON lists (region_id, made_at);
CALL protect_rows('lists', 'region', 'select, insert, update');
CREATE POLICY frozen_stays ON lists AS RESTRICTIVE FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND NOT frozen)
  WITH CHECK (region_id = current_setting('app.region')::integer);

-- A school of a list: what the run proposed and what a person decided.
CREATE TABLE list_schools (
  region_id       integer NOT NULL,
  list_id         uuid NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  frozen          boolean NOT NULL DEFAULT false,
  name            text NOT NULL,
  -- `given`: the list was made elsewhere.
  verdict         text NOT NULL CHECK (verdict IN ('yes', 'no', 'unknown', 'given')),
  decision        text CHECK (decision IN ('included', 'excluded')),
  reason          text,
  decided_at      timestamptz,
  decided_by      text,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, list_id, organisation_id),
  FOREIGN KEY (region_id, list_id, frozen) REFERENCES lists (region_id, id, frozen) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK ((decision IS NULL) = (reason IS NULL))
);
CREATE INDEX list_schools_of_school ON list_schools (region_id, organisation_id);
CALL protect_list_rows('list_schools', 'select, insert');
GRANT UPDATE (decision, reason, decided_at, decided_by, version, frozen) ON list_schools TO opora_app;
CREATE POLICY added_by_offices ON list_schools AS RESTRICTIVE FOR INSERT TO opora_app
  WITH CHECK (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');
CREATE POLICY frozen_stays ON list_schools AS RESTRICTIVE FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND NOT frozen)
  WITH CHECK (region_id = current_setting('app.region')::integer);

-- What a school says of its place in a proposal. It is added to, never rewritten.
CREATE TABLE list_answers (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  list_id         uuid NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  frozen          boolean NOT NULL DEFAULT false,
  at              timestamptz NOT NULL,
  person_name     text NOT NULL,
  text            text NOT NULL,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, list_id, frozen) REFERENCES lists (region_id, id, frozen) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (region_id, list_id, organisation_id) REFERENCES list_schools (region_id, list_id, organisation_id)
);
CREATE INDEX list_answers_of_school ON list_answers (region_id, list_id, organisation_id);
CALL protect_list_rows('list_answers', 'select, insert');
GRANT UPDATE (frozen) ON list_answers TO opora_app;
CREATE POLICY frozen_stays ON list_answers AS RESTRICTIVE FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND NOT frozen)
  WITH CHECK (region_id = current_setting('app.region')::integer);

-- A school leaves a frozen list: the list stays as it was signed, the exit stands beside it.
CREATE TABLE list_exits (
  region_id       integer NOT NULL,
  list_id         uuid NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  exit_on         date NOT NULL,
  reason          text NOT NULL,
  act             text NOT NULL,
  made_at         timestamptz NOT NULL,
  made_by         text NOT NULL,
  PRIMARY KEY (region_id, list_id, organisation_id),
  FOREIGN KEY (region_id, list_id, organisation_id) REFERENCES list_schools (region_id, list_id, organisation_id)
);
CALL protect_list_rows('list_exits', 'select, insert');
CREATE POLICY added_by_offices ON list_exits AS RESTRICTIVE FOR INSERT TO opora_app
  WITH CHECK (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');

-- Also for runs: only offices add them.
CREATE POLICY added_by_offices ON run_schools AS RESTRICTIVE FOR INSERT TO opora_app
  WITH CHECK (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');

-- The door of this slice in SQL: lists that are signed, and who stands on them.
CREATE VIEW pub_lists WITH (security_invoker = true) AS
  SELECT region_id, id AS list_id, title, year, code, edition, order_number, order_date, order_title, frozen_at FROM lists WHERE frozen;
CREATE VIEW pub_list_schools WITH (security_invoker = true) AS
  SELECT s.region_id, s.list_id, s.organisation_id, s.municipality_id, s.reason, e.exit_on
  FROM list_schools s
  LEFT JOIN list_exits e ON e.region_id = s.region_id AND e.list_id = s.list_id AND e.organisation_id = s.organisation_id
  WHERE s.frozen AND s.decision = 'included';
GRANT SELECT ON pub_lists, pub_list_schools TO opora_app;
