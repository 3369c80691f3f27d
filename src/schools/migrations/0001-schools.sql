-- Russian alphabet, and numbers inside names as numbers: «№ 2» before «№ 10».
CREATE COLLATION names_in_order (provider = icu, locale = 'ru-u-kn-true');

-- A school is an organisation (name, municipality: slice authorities) with a type, several codes, and a life: names change, schools merge and close.
CREATE TABLE schools (
  region_id       integer NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  type            text CHECK (type IN ('primary','basic','secondary','gymnasium','lyceum','boarding','evening','special','cadet')),
  -- When it stopped, and which school took its pupils over.
  closed_on       date,
  merged_into     uuid,
  version         integer NOT NULL DEFAULT 1,
  PRIMARY KEY (region_id, organisation_id),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id),
  FOREIGN KEY (region_id, merged_into) REFERENCES schools (region_id, organisation_id),
  CHECK (merged_into IS NULL OR closed_on IS NOT NULL),
  CHECK (merged_into <> organisation_id)
);
CALL protect_rows('schools', 'municipality', 'select, insert, update');

-- Codes of an organisation in other registers. A code belongs to one organisation at a time.
CREATE TABLE organisation_codes (
  region_id       integer NOT NULL,
  system          text NOT NULL CHECK (system IN ('fis-oko','rcoi','oo-1','inn','ogrn')),
  code            text NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  PRIMARY KEY (region_id, system, code),
  FOREIGN KEY (region_id, organisation_id) REFERENCES organisations (region_id, id)
);
CREATE INDEX organisation_codes_by_owner ON organisation_codes (region_id, organisation_id);
CALL protect_rows('organisation_codes', 'municipality', 'select, insert, delete');

-- Earlier names: files and orders of past years go on using them.
CREATE TABLE school_names (
  region_id       integer NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  name            text NOT NULL,
  short_name      text,
  used_until      date NOT NULL,
  PRIMARY KEY (region_id, organisation_id, used_until, name),
  FOREIGN KEY (region_id, organisation_id) REFERENCES schools (region_id, organisation_id)
);
CALL protect_rows('school_names', 'municipality', 'select, insert');

CREATE VIEW pub_schools WITH (security_invoker = true) AS
  SELECT s.region_id, s.organisation_id, s.municipality_id, s.type, s.closed_on, s.merged_into, s.closed_on IS NULL AS active
  FROM schools s;
GRANT SELECT ON pub_schools TO opora_app;
