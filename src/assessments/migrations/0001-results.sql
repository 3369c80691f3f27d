-- Figures about a school: read by the school itself, by its municipality and by the region; written by offices, never by the school.
-- Narrower than the reach 'organisation': a municipal seat does not see the schools that the region keeps.
CREATE PROCEDURE protect_results(protected regclass)
LANGUAGE plpgsql AS $$
DECLARE
  region text := $p$region_id = current_setting('app.region')::integer$p$;
  own text := $p$ AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid)$p$;
  office text := $p$ AND current_setting('app.organisation') = ''$p$;
BEGIN
  CALL protect_rows(protected, 'organisation');
  EXECUTE format('CREATE POLICY own_territory ON %s AS RESTRICTIVE FOR SELECT TO opora_app USING (%s)', protected, region || own);
  EXECUTE format('CREATE POLICY added_by_offices ON %s AS RESTRICTIVE FOR INSERT TO opora_app WITH CHECK (%s)', protected, region || office);
  EXECUTE format('CREATE POLICY changed_by_offices ON %s AS RESTRICTIVE FOR UPDATE TO opora_app USING (%s)', protected, region || office);
  EXECUTE format('CREATE POLICY removed_by_offices ON %s AS RESTRICTIVE FOR DELETE TO opora_app USING (%s)', protected, region || office);
END $$;
REVOKE ALL ON PROCEDURE protect_results FROM PUBLIC;

-- A file whose figures came in: its name, hash and report, never its bytes, which name pupils.
CREATE TABLE result_files (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  at              timestamptz NOT NULL,
  person_id       uuid NOT NULL,
  person_name     text NOT NULL,
  name            text NOT NULL,
  sha256          text NOT NULL,
  layout          text NOT NULL,
  report          jsonb NOT NULL,
  -- `entered`: figures of the file are in use; `replaced`: later files took the place of all of them.
  state           text NOT NULL DEFAULT 'entered' CHECK (state IN ('entered', 'replaced')),
  PRIMARY KEY (region_id, id)
);
CREATE INDEX result_files_by_time ON result_files (region_id, at);
CREATE INDEX result_files_by_hash ON result_files (region_id, sha256);
CALL protect_rows('result_files', 'municipality', 'select, insert, update');

-- A cell: results of one class in one procedure, as counts. A null is what no file said; it is not zero.
-- The columns down to `tasks` are as the file gave them, those after it follow from them and from a scale.
CREATE TABLE result_cells (
  region_id       integer NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  procedure       text NOT NULL,
  subject         text NOT NULL,
  grade           smallint NOT NULL CHECK (grade BETWEEN 1 AND 12),
  year            smallint NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  wave            text NOT NULL CHECK (wave IN ('main', 'reserve', 'september', 'spring', 'autumn')),
  -- Empty where the file does not tell classes apart.
  class           text NOT NULL,
  basis           text NOT NULL CHECK (basis IN ('participants', 'aggregate')),
  participants    integer NOT NULL CHECK (participants >= 0),
  absent          integer CHECK (absent >= 0),
  -- Participants by score, from 0 points up: the first element counts those with 0.
  scores          integer[],
  test_scores     integer[],
  -- Participants by printed mark: without a mark, «1» … «5».
  marks           integer[] CHECK (cardinality(marks) = 6),
  below_printed   integer CHECK (below_printed BETWEEN 0 AND participants),
  mean_printed    numeric,
  mean_printed_of text CHECK (mean_printed_of IN ('primary', 'test', 'mark')),
  -- Mark of the journal × score, row after row: six rows (no mark, «1» … «5») of equal width.
  journal         integer[] CHECK (cardinality(journal) % 6 = 0),
  -- Marks against the journal as the file gives them: lower, same, higher.
  comparison      integer[] CHECK (cardinality(comparison) = 3),
  tasks           jsonb,

  -- Participants by mark: as printed, else by the scale; null where neither says.
  mark_counts     integer[] CHECK (cardinality(mark_counts) = 6),
  -- Participants with «2» or under the minimum; null where that is not known of all of them.
  below           integer CHECK (below BETWEEN 0 AND participants),
  -- What the points are, their sum over participants, and over how many.
  points_of       text CHECK (points_of IN ('primary', 'test', 'mark')),
  points_sum      numeric,
  points_count    integer,
  -- The scale that made the marks or `below`; null when they were printed.
  scale           text,

  file_id         uuid NOT NULL,
  -- Rows of the file, as a person counts them.
  row_from        integer,
  row_to          integer,
  -- Of what the file gave: tells at once that nothing has changed.
  fingerprint     text NOT NULL,
  PRIMARY KEY (region_id, organisation_id, procedure, subject, grade, year, wave, class),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id),
  FOREIGN KEY (region_id, file_id) REFERENCES result_files (region_id, id)
);
CREATE INDEX result_cells_of_procedure ON result_cells (region_id, year, procedure, subject, grade, municipality_id);
CREATE INDEX result_cells_of_file ON result_cells (region_id, file_id);
CALL protect_results('result_cells');

-- Counters kept with every change of cells: the classes of a school summed, so that a region is read without its histograms.
-- `below`, `mark_counts` and points are null where they are not known of every class.
CREATE TABLE school_results (
  region_id       integer NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  procedure       text NOT NULL,
  subject         text NOT NULL,
  grade           smallint NOT NULL,
  year            smallint NOT NULL,
  wave            text NOT NULL,
  classes         integer NOT NULL,
  participants    integer NOT NULL,
  absent          integer,
  below           integer,
  mark_counts     integer[],
  points_of       text,
  points_sum      numeric,
  points_count    integer,
  PRIMARY KEY (region_id, organisation_id, procedure, subject, grade, year, wave),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id)
);
CREATE INDEX school_results_by_year ON school_results (region_id, year, procedure, subject, grade, municipality_id);
CALL protect_results('school_results');

-- Why a school has no result where one could be expected: told by somebody, not guessed from a missing row.
CREATE TABLE result_states (
  region_id       integer NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  procedure       text NOT NULL,
  subject         text NOT NULL,
  grade           smallint NOT NULL,
  year            smallint NOT NULL,
  state           text NOT NULL CHECK (state IN ('no_students', 'not_applicable', 'not_collected', 'suppressed')),
  source          text NOT NULL,
  PRIMARY KEY (region_id, organisation_id, procedure, subject, grade, year),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id)
);
CALL protect_results('result_states');

-- Facts about a school by year: shares of the social context, olympiads, pupils who stay. A share keeps its two numbers.
CREATE TABLE school_indicators (
  region_id       integer NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  indicator       text NOT NULL,
  year            smallint NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  state           text NOT NULL CHECK (state IN ('reported', 'suppressed', 'no_students', 'not_applicable', 'not_collected', 'unknown')),
  numerator       integer CHECK (numerator BETWEEN 0 AND denominator),
  denominator     integer CHECK (denominator > 0),
  value           numeric,
  -- Of how many pupils, when the value is a number.
  participants    integer CHECK (participants >= 0),
  source          text NOT NULL,
  PRIMARY KEY (region_id, organisation_id, indicator, year),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id),
  CHECK ((numerator IS NULL) = (denominator IS NULL)),
  CHECK ((state = 'reported') = (num_nonnulls(numerator, value) = 1))
);
CREATE INDEX school_indicators_by_year ON school_indicators (region_id, year, indicator);
CALL protect_results('school_indicators');

-- Scales that a region sets or changes. Editions are kept: a cell names the one that made its marks. The newest counts.
CREATE TABLE region_scales (
  region_id       integer NOT NULL,
  procedure       text NOT NULL,
  subject         text NOT NULL,
  grade           smallint NOT NULL,
  year            smallint NOT NULL,
  edition         integer NOT NULL,
  -- Null: this edition takes the region's own scale back, and the shipped one counts again.
  thresholds      jsonb,
  source          text NOT NULL,
  checked_on      date NOT NULL,
  entered_at      timestamptz NOT NULL,
  entered_by      text NOT NULL,
  PRIMARY KEY (region_id, procedure, subject, grade, year, edition)
);
CALL protect_rows('region_scales', 'region', 'select, insert');

-- The door of this slice in SQL.
CREATE VIEW pub_result_files WITH (security_invoker = true) AS
  SELECT region_id, id AS file_id, municipality_id, at, person_name, name, sha256, layout, state FROM result_files;
CREATE VIEW pub_result_cells WITH (security_invoker = true) AS
  SELECT region_id, organisation_id, municipality_id, procedure, subject, grade, year, wave, class, basis, participants, absent,
         scores, test_scores, marks, below_printed, mean_printed, mean_printed_of, journal, comparison, tasks,
         mark_counts, below, points_of, points_sum, points_count, scale, file_id, row_from, row_to
  FROM result_cells;
CREATE VIEW pub_school_results WITH (security_invoker = true) AS
  SELECT region_id, organisation_id, municipality_id, procedure, subject, grade, year, wave, classes, participants, absent,
         below, mark_counts, points_of, points_sum, points_count
  FROM school_results;
CREATE VIEW pub_school_indicators WITH (security_invoker = true) AS
  SELECT region_id, organisation_id, municipality_id, indicator, year, state, numerator, denominator, value, participants, source
  FROM school_indicators;
GRANT SELECT ON pub_result_files, pub_result_cells, pub_school_results, pub_school_indicators TO opora_app;
