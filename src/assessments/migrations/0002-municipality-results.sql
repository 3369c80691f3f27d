-- Counters of a municipality, kept with every change of its cells: what a school is laid beside. They name no school, so everybody in the
-- region reads them; sums over the region are sums of these rows.
CREATE TABLE municipality_results (
  region_id       integer NOT NULL,
  -- The nil uuid stands for the schools that the region keeps itself.
  municipality_id uuid NOT NULL,
  procedure       text NOT NULL,
  subject         text NOT NULL,
  grade           smallint NOT NULL,
  year            smallint NOT NULL,
  wave            text NOT NULL,
  schools         integer NOT NULL,
  -- Sums over the cells of which each is known; null: known of none.
  participants    integer NOT NULL,
  absent          integer,
  judged          integer NOT NULL,
  below           integer,
  mark_counts     integer[],
  -- By what the points are: {"primary": {"sum": …, "count": …}}.
  points          jsonb NOT NULL,
  -- Scores, journal, comparison and tasks: read for one procedure at a time.
  details         jsonb NOT NULL,
  -- Mean mark of a school's cohort ÷ its mean mark a year and a grade before, for each school with enough participants in both; no names.
  cohort_ratios   double precision[] NOT NULL,
  PRIMARY KEY (region_id, municipality_id, procedure, subject, grade, year, wave)
);
CREATE INDEX municipality_results_by_year ON municipality_results (region_id, year, procedure, subject, grade, wave);
CALL protect_rows('municipality_results', 'municipality');
CREATE POLICY region_reads ON municipality_results FOR SELECT TO opora_app USING (region_id = current_setting('app.region')::integer);
