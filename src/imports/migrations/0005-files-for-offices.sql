-- A file that came in tells of many schools and people, so a school reads none of them: not what was read, not how its columns are called.
CREATE POLICY of_offices ON register_files AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');
CREATE POLICY of_offices ON result_uploads AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');
CREATE POLICY of_offices ON result_upload_files AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');
CREATE POLICY of_offices ON result_mappings AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = '');
