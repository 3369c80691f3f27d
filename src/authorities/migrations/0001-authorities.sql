-- Dictionary of regions (субъекты РФ): the root of the tenant tree, readable by everybody.
CREATE TABLE regions (
  id        integer PRIMARY KEY CHECK (id BETWEEN 1 AND 99),
  name      text NOT NULL,
  time_zone text NOT NULL
);
GRANT SELECT ON regions TO opora_app;
GRANT SELECT, INSERT, UPDATE ON regions TO opora_system;

CREATE TABLE municipalities (
  region_id integer NOT NULL,
  id        uuid NOT NULL,
  oktmo     text NOT NULL CHECK (oktmo ~ '^[0-9]{8}([0-9]{3})?$'),
  name      text NOT NULL,
  closed_on date,
  version   integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, oktmo)
);
-- A municipality is its own territory, and only the region makes or closes one.
ALTER TABLE municipalities ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON municipalities FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND (current_setting('app.municipality') = '' OR id = NULLIF(current_setting('app.municipality'), '')::uuid));
CREATE POLICY adding ON municipalities FOR INSERT TO opora_app
  WITH CHECK (region_id = current_setting('app.region')::integer
    AND current_setting('app.municipality') = '' AND current_setting('app.organisation') = '');
CREATE POLICY changing ON municipalities FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer
    AND current_setting('app.municipality') = '' AND current_setting('app.organisation') = '');
GRANT SELECT, INSERT, UPDATE ON municipalities TO opora_app;
CREATE POLICY system_reading ON municipalities FOR SELECT TO opora_system USING (true);
GRANT SELECT ON municipalities TO opora_system;

-- Whoever can owe something: bodies that issue orders, centres, schools, others.
CREATE TABLE organisations (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  kind            text NOT NULL CHECK (kind IN ('authority', 'centre', 'school', 'other')),
  name            text NOT NULL,
  short_name      text,
  closed_on       date,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, municipality_id) REFERENCES municipalities (region_id, id)
);
CREATE INDEX organisations_of_municipality ON organisations (region_id, municipality_id, kind, name);
CALL protect_rows('organisations', 'municipality', 'select, insert, update');
CREATE POLICY system_reading ON organisations FOR SELECT TO opora_system USING (true);
GRANT SELECT ON organisations TO opora_system;

-- Officials with the contacts of their work; nothing private.
CREATE TABLE people (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  family_name     text NOT NULL,
  given_name      text NOT NULL,
  patronymic      text,
  work_email      text,
  work_phone      text,
  closed_on       date,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, municipality_id) REFERENCES municipalities (region_id, id)
);
CREATE INDEX people_by_name ON people (region_id, family_name, given_name);
CALL protect_rows('people', 'municipality', 'select, insert, update');
CREATE POLICY system_reading ON people FOR SELECT TO opora_system USING (true);
GRANT SELECT ON people TO opora_system;

CREATE TABLE positions (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  organisation_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  title           text NOT NULL,
  from_on         date,
  until_on        date,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id),
  FOREIGN KEY (region_id, person_id) REFERENCES people (region_id, id),
  FOREIGN KEY (region_id, municipality_id) REFERENCES municipalities (region_id, id),
  CHECK (until_on >= from_on)
);
CREATE INDEX positions_of_organisation ON positions (region_id, organisation_id);
CREATE INDEX positions_of_person ON positions (region_id, person_id);
CALL protect_rows('positions', 'municipality', 'select, insert, update');

-- A seat that a person may take. organisation_id: the body for which the person acts; for a school head also the scope.
CREATE TABLE grants (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  person_id       uuid NOT NULL,
  seat            text NOT NULL CHECK (seat IN ('regional-coordinator', 'municipal-coordinator', 'methodologist', 'curator',
                                                'school-head', 'auditor', 'administrator')),
  municipality_id uuid,
  organisation_id uuid,
  revoked_at      timestamptz,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, person_id) REFERENCES people (region_id, id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id),
  FOREIGN KEY (region_id, municipality_id) REFERENCES municipalities (region_id, id),
  CHECK (seat <> 'school-head' OR organisation_id IS NOT NULL),
  CHECK (seat <> 'municipal-coordinator' OR municipality_id IS NOT NULL),
  CHECK (seat <> 'regional-coordinator' OR municipality_id IS NULL)
);
CREATE INDEX grants_of_person ON grants (region_id, person_id);
CALL protect_rows('grants', 'municipality', 'select, insert, update');
CREATE POLICY system_reading ON grants FOR SELECT TO opora_system USING (true);
GRANT SELECT ON grants TO opora_system;

-- Local tables of sign-in: they are read before anybody's territory is known, so they are not part of the tenant tree.
-- Only the system reads a password; an administrator sets one and never sees it.
CREATE TABLE accounts (
  login           text PRIMARY KEY CHECK (login = lower(login)),
  region_id       integer NOT NULL,
  person_id       uuid NOT NULL,
  municipality_id uuid,
  password_hash   text NOT NULL,
  locked_at       timestamptz,
  version         integer NOT NULL DEFAULT 1
);
CREATE INDEX accounts_of_person ON accounts (region_id, person_id);
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY reading ON accounts FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = ''
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));
CREATE POLICY adding ON accounts FOR INSERT TO opora_app
  WITH CHECK (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = ''
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));
CREATE POLICY changing ON accounts FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND current_setting('app.organisation') = ''
    AND (current_setting('app.municipality') = '' OR municipality_id = NULLIF(current_setting('app.municipality'), '')::uuid));
GRANT SELECT (login, region_id, person_id, municipality_id, locked_at, version), INSERT, UPDATE ON accounts TO opora_app;
CREATE POLICY system_all ON accounts FOR ALL TO opora_system USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON accounts TO opora_system;

-- Only the hash of a token is kept: who reads the table cannot take over a session.
CREATE TABLE sessions (
  token_hash   bytea PRIMARY KEY,
  login        text NOT NULL,
  region_id    integer NOT NULL,
  person_id    uuid NOT NULL,
  grant_id     uuid,
  address      text NOT NULL,
  began_at     timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ended_at     timestamptz
);
CREATE INDEX sessions_of_login ON sessions (login, began_at);
CREATE INDEX sessions_by_time ON sessions (began_at);
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON sessions FOR ALL TO opora_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO opora_system;

-- Tries to sign in, counted per login and address, per login, and per address.
CREATE TABLE sign_in_tries (
  bucket   text PRIMARY KEY,
  tries    integer NOT NULL,
  since    timestamptz NOT NULL
);
ALTER TABLE sign_in_tries ENABLE ROW LEVEL SECURITY;
CREATE POLICY system_all ON sign_in_tries FOR ALL TO opora_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_tries TO opora_system;

-- Secret links by which a calendar program reads the deadlines of one organisation without signing in. Only the hash is kept.
CREATE TABLE feed_links (
  token_hash      bytea PRIMARY KEY,
  region_id       integer NOT NULL,
  municipality_id uuid,
  organisation_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  made_at         timestamptz NOT NULL,
  revoked_at      timestamptz
);
CREATE INDEX feed_links_of_organisation ON feed_links (region_id, organisation_id, person_id);
ALTER TABLE feed_links ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_reading ON feed_links FOR SELECT TO opora_app
  USING (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
CREATE POLICY own_adding ON feed_links FOR INSERT TO opora_app
  WITH CHECK (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
CREATE POLICY own_changing ON feed_links FOR UPDATE TO opora_app
  USING (region_id = current_setting('app.region')::integer AND person_id = NULLIF(current_setting('app.person'), '')::uuid);
GRANT SELECT (region_id, organisation_id, person_id, made_at, revoked_at), INSERT, UPDATE (revoked_at) ON feed_links TO opora_app;
CREATE POLICY system_reading ON feed_links FOR SELECT TO opora_system USING (true);
GRANT SELECT ON feed_links TO opora_system;

-- The door of this slice in SQL.
CREATE VIEW pub_municipalities WITH (security_invoker = true) AS
  SELECT region_id, id AS municipality_id, oktmo, name, closed_on, closed_on IS NULL AS active FROM municipalities;
CREATE VIEW pub_organisations WITH (security_invoker = true) AS
  SELECT region_id, id AS organisation_id, municipality_id, kind, name, short_name, closed_on, closed_on IS NULL AS active, version
  FROM organisations;
CREATE VIEW pub_people WITH (security_invoker = true) AS
  SELECT region_id, id AS person_id, municipality_id, family_name, given_name, patronymic,
         concat_ws(' ', family_name, given_name, patronymic) AS full_name,
         family_name || ' ' || left(given_name, 1) || '.' || coalesce(' ' || left(patronymic, 1) || '.', '') AS short_name,
         closed_on IS NULL AS active
  FROM people;
CREATE VIEW pub_positions WITH (security_invoker = true) AS
  SELECT region_id, id AS position_id, municipality_id, organisation_id, person_id, title, from_on, until_on FROM positions;
GRANT SELECT ON pub_municipalities, pub_organisations, pub_people, pub_positions TO opora_app;
