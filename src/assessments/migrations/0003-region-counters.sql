-- A municipality reads its own counters; of the others it gets the figures that make up the region, without their names.
DROP POLICY region_reads ON municipality_results;

-- Reads past row security on purpose: this is the only way to the figures of the region, and it names nobody but the asker.
CREATE FUNCTION region_counters()
RETURNS TABLE (region_id integer, municipality_id uuid, procedure text, subject text, grade smallint, year smallint, wave text,
  schools integer, participants integer, absent integer, judged integer, below integer, mark_counts integer[], points jsonb,
  details jsonb, cohort_ratios double precision[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.region_id,
    CASE WHEN current_setting('app.municipality') IN ('', m.municipality_id::text) THEN m.municipality_id END,
    m.procedure, m.subject, m.grade, m.year, m.wave, m.schools, m.participants, m.absent, m.judged, m.below, m.mark_counts, m.points,
    m.details, m.cohort_ratios
  FROM municipality_results m WHERE m.region_id = current_setting('app.region')::integer
$$;
REVOKE ALL ON FUNCTION region_counters() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION region_counters() TO opora_app;
