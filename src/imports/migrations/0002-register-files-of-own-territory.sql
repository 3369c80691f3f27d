-- A file of the whole region names people of every municipality, so a municipal seat reads only the files of its own.
CREATE POLICY own_territory ON register_files AS RESTRICTIVE FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));
