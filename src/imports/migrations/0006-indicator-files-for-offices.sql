-- A file of indicators tells of many schools, so a school reads none of them.
CREATE POLICY of_offices ON indicator_files AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');
