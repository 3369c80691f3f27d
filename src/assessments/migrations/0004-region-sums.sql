-- A municipality may be one school, so the counters of others are read by nobody but the region: what a seat is laid beside are sums.
DROP FUNCTION region_counters();

-- A school reads the counters of its own territory where they add up enough schools: with fewer it would work out its neighbour's.
CREATE POLICY of_enough_schools ON municipality_results AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND (current_setting('app.organisation') = '' OR schools >= 3 AND
    (municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid
      OR current_setting('app.municipality') = '' AND municipality_id = '00000000-0000-0000-0000-000000000000')));

-- These two views read past row security on purpose and are the only way to do so: no row of theirs is less than the whole region of the
-- asker, and a school gets figures of enough schools only.
CREATE VIEW region_results WITH (security_barrier = true) AS
  SELECT s.region_id, s.procedure, s.subject, s.grade, s.year, s.wave, s.schools, s.own_schools,
    CASE WHEN s.open THEN s.participants END AS participants, CASE WHEN s.open THEN s.absent END AS absent,
    CASE WHEN s.open THEN s.judged END AS judged, CASE WHEN s.open THEN s.below END AS below,
    CASE WHEN s.open THEN s.mark_counts END AS mark_counts, CASE WHEN s.open THEN s.points END AS points
  FROM (
    SELECT m.region_id, m.procedure, m.subject, m.grade, m.year, m.wave, sum(m.schools)::integer AS schools,
      -- How many of them stand in the asker's own municipality, so that «too few to show» is not taken for «none».
      coalesce(sum(m.schools) FILTER (WHERE m.municipality_id = coalesce(NULLIF(current_setting('app.municipality'), ''),
        '00000000-0000-0000-0000-000000000000')::uuid), 0)::integer AS own_schools,
      current_setting('app.organisation') = '' OR sum(m.schools) >= 3 AS open,
      sum(m.participants)::integer AS participants, sum(m.absent)::integer AS absent, sum(m.judged)::integer AS judged,
      sum(m.below)::integer AS below,
      CASE WHEN count(m.mark_counts) > 0 THEN ARRAY[
        coalesce(sum(m.mark_counts[1]), 0), coalesce(sum(m.mark_counts[2]), 0), coalesce(sum(m.mark_counts[3]), 0),
        coalesce(sum(m.mark_counts[4]), 0), coalesce(sum(m.mark_counts[5]), 0), coalesce(sum(m.mark_counts[6]), 0)]::integer[] END AS mark_counts,
      jsonb_build_object(
        'primary', jsonb_build_object('sum', coalesce(sum((m.points -> 'primary' ->> 'sum')::numeric), 0),
          'count', coalesce(sum((m.points -> 'primary' ->> 'count')::integer), 0)),
        'test', jsonb_build_object('sum', coalesce(sum((m.points -> 'test' ->> 'sum')::numeric), 0),
          'count', coalesce(sum((m.points -> 'test' ->> 'count')::integer), 0)),
        'mark', jsonb_build_object('sum', coalesce(sum((m.points -> 'mark' ->> 'sum')::numeric), 0),
          'count', coalesce(sum((m.points -> 'mark' ->> 'count')::integer), 0))) AS points
    FROM municipality_results m
    WHERE m.region_id = current_setting('app.region')::integer
    GROUP BY m.region_id, m.procedure, m.subject, m.grade, m.year, m.wave) s;

-- The lists inside `details`, in the same shape: each place of a list summed by itself, tasks by their code; a list that nobody has is left
-- out. Ratios of all schools stand in rising order. For one procedure at a time.
CREATE VIEW region_result_details WITH (security_barrier = true) AS
  SELECT s.region_id, s.procedure, s.subject, s.grade, s.year, s.wave,
    CASE WHEN s.open THEN coalesce((
      SELECT jsonb_object_agg(l.name, l.counts) FROM (
        SELECT p.name, jsonb_agg(p.n ORDER BY p.at) AS counts FROM (
          SELECT list.name, e.at, sum(e.n::integer) AS n
          FROM unnest(s.parts) AS part, (VALUES ('scores'), ('testScores'), ('comparison')) AS list (name),
            jsonb_array_elements_text(NULLIF(part -> list.name, 'null')) WITH ORDINALITY AS e (n, at)
          GROUP BY list.name, e.at) p
        GROUP BY p.name) l), '{}')
    || coalesce((
      SELECT jsonb_build_object('journal', jsonb_agg(j.counts ORDER BY j.mark)) FROM (
        SELECT p.mark, jsonb_agg(p.n ORDER BY p.at) AS counts FROM (
          SELECT r.mark, e.at, sum(e.n::integer) AS n
          FROM unnest(s.parts) AS part, jsonb_array_elements(NULLIF(part -> 'journal', 'null')) WITH ORDINALITY AS r (counts, mark),
            jsonb_array_elements_text(r.counts) WITH ORDINALITY AS e (n, at)
          GROUP BY r.mark, e.at) p
        GROUP BY p.mark) j
      HAVING count(*) > 0), '{}')
    || coalesce((
      SELECT jsonb_build_object('tasks', jsonb_agg(jsonb_build_object('code', t.code, 'max', t.max, 'sum', t.sum, 'done', t.done)
        ORDER BY t.at, t.code)) FROM (
        SELECT e.task ->> 'code' AS code, min(e.at) AS at, max((e.task ->> 'max')::numeric) AS max, sum((e.task ->> 'sum')::numeric) AS sum,
          sum((e.task ->> 'done')::integer) AS done
        FROM unnest(s.parts) AS part, jsonb_array_elements(NULLIF(part -> 'tasks', 'null')) WITH ORDINALITY AS e (task, at)
        GROUP BY e.task ->> 'code') t
      HAVING count(*) > 0), '{}') END AS details,
    CASE WHEN s.open THEN coalesce((
      SELECT array_agg(e.ratio::double precision ORDER BY e.ratio::double precision)
      FROM unnest(s.ratios) AS own, jsonb_array_elements_text(own) AS e (ratio)), '{}') END AS cohort_ratios
  FROM (
    SELECT region_id, procedure, subject, grade, year, wave, current_setting('app.organisation') = '' OR sum(schools) >= 3 AS open,
      array_agg(details) AS parts, array_agg(to_jsonb(cohort_ratios)) AS ratios
    FROM municipality_results WHERE region_id = current_setting('app.region')::integer
    GROUP BY region_id, procedure, subject, grade, year, wave) s;
GRANT SELECT ON region_results, region_result_details TO opora_app;
