-- Long registers are read in parts by name: as in a Russian alphabet, numbers inside names as numbers.
CREATE COLLATION register_order (provider = icu, locale = 'ru-u-kn-true');
CREATE INDEX people_in_order ON people
  (region_id, ((family_name || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || id::text) COLLATE register_order));
CREATE INDEX organisations_in_order ON organisations (region_id, ((name || ' ' || id::text) COLLATE register_order));
