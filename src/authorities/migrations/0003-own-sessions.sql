-- A person sees where they are signed in, and signs out everywhere.
CREATE INDEX sessions_of_person ON sessions (region_id, person_id, began_at);
CREATE POLICY own_reading ON sessions FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
CREATE POLICY own_ending ON sessions FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
GRANT SELECT (login, region_id, person_id, address, began_at, last_seen_at, ended_at), UPDATE (ended_at) ON sessions TO opora_app;
-- The own account tells since when its sessions count, whatever the seat.
CREATE POLICY own_reading ON accounts FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
GRANT SELECT (sessions_since) ON accounts TO opora_app;
