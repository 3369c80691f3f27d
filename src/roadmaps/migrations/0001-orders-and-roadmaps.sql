-- An order as it came in: the bytes under their hash, and the document that was read from them.
CREATE TABLE orders (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  authority_id    uuid NOT NULL,
  file_name       text NOT NULL,
  format          text NOT NULL CHECK (format IN ('docx', 'text', 'pdf')),
  sha256          text NOT NULL,
  bytes           bytea NOT NULL,
  source          jsonb NOT NULL,
  number          text,
  dated_on        date,
  title           text,
  uploaded_at     timestamptz NOT NULL,
  uploaded_by     text NOT NULL,
  PRIMARY KEY (region_id, id)
);
CREATE INDEX orders_by_time ON orders (region_id, uploaded_at DESC, id);
CALL protect_rows('orders', 'municipality');

-- What was understood of an order and what a person corrected in it.
CREATE TABLE order_drafts (
  region_id       integer NOT NULL,
  order_id        uuid NOT NULL,
  municipality_id uuid,
  version         integer NOT NULL,
  state           text NOT NULL CHECK (state IN ('open', 'approved')),
  content         jsonb NOT NULL,
  doubts_open     integer NOT NULL,
  items           integer NOT NULL,
  roadmap_id      uuid,
  updated_at      timestamptz NOT NULL,
  updated_by      text NOT NULL,
  PRIMARY KEY (region_id, order_id),
  FOREIGN KEY (region_id, order_id) REFERENCES orders (region_id, id)
);
CALL protect_rows('order_drafts', 'municipality');

CREATE TABLE roadmaps (
  region_id       integer NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  authority_id    uuid NOT NULL,
  order_id        uuid NOT NULL,
  level           text NOT NULL CHECK (level IN ('regional', 'municipal', 'school')),
  title           text NOT NULL,
  plan_start      date NOT NULL,
  plan_end        date NOT NULL CHECK (plan_end >= plan_start),
  horizon         date NOT NULL,
  checkpoints     date[] NOT NULL,
  state           text NOT NULL CHECK (state IN ('running', 'closed')),
  version         integer NOT NULL,
  document        jsonb NOT NULL,
  approved_at     timestamptz NOT NULL,
  approved_by     text NOT NULL,
  PRIMARY KEY (region_id, id),
  FOREIGN KEY (region_id, order_id) REFERENCES orders (region_id, id)
);
CREATE INDEX roadmaps_by_period ON roadmaps (region_id, plan_end DESC, id);
CALL protect_rows('roadmaps', 'municipality');

CREATE TABLE roadmap_sections (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  position        integer NOT NULL,
  parent_id       uuid,
  number          text,
  title           text NOT NULL,
  level           integer NOT NULL,
  notes           text[] NOT NULL,
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, roadmap_id, position),
  FOREIGN KEY (region_id, roadmap_id) REFERENCES roadmaps (region_id, id)
);
CALL protect_rows('roadmap_sections', 'municipality');

-- Things of a roadmap are found by their own id, not by roadmap and id: two indexes that begin alike mislead the planner while the
-- table is young, and a join of 20,000 obligations then reads 1,500 items for each.
CREATE TABLE roadmap_items (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  section_id      uuid,
  position        integer NOT NULL,
  number          text,
  title           text NOT NULL,
  deadline        jsonb,
  deadline_text   text,
  starts_on       date,
  due_on          date,
  parties         jsonb NOT NULL,
  results         jsonb NOT NULL,
  indicators      jsonb NOT NULL,
  information     jsonb,
  extra           jsonb,
  notes           text[] NOT NULL,
  places          text[] NOT NULL,
  search          tsvector NOT NULL,
  version         integer NOT NULL,
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, roadmap_id, position),
  FOREIGN KEY (region_id, roadmap_id) REFERENCES roadmaps (region_id, id),
  FOREIGN KEY (region_id, section_id) REFERENCES roadmap_sections (region_id, id)
);
CREATE INDEX roadmap_items_by_words ON roadmap_items USING gin (search);
CALL protect_rows('roadmap_items', 'municipality');

-- The executors printed in an item once more, by executor: for filters. A page reads them with the item itself.
CREATE TABLE item_parties (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  item_id         uuid NOT NULL,
  position        integer NOT NULL,
  municipality_id uuid,
  text            text NOT NULL,
  executor_key    text NOT NULL,
  kind            text NOT NULL,
  canonical       text,
  lead            boolean NOT NULL,
  owes            boolean NOT NULL,
  PRIMARY KEY (region_id, item_id, position),
  FOREIGN KEY (region_id, item_id) REFERENCES roadmap_items (region_id, id)
);
CREATE INDEX item_parties_by_executor ON item_parties (region_id, roadmap_id, executor_key);
CALL protect_rows('item_parties', 'municipality');

-- Clauses of the order that ask something of somebody.
CREATE TABLE roadmap_clauses (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  id              uuid NOT NULL,
  municipality_id uuid,
  position        integer NOT NULL,
  path            text NOT NULL,
  number          text,
  text            text NOT NULL,
  addressees      text[] NOT NULL,
  deadline        jsonb,
  binding         text NOT NULL CHECK (binding IN ('owed', 'recommended')),
  PRIMARY KEY (region_id, id),
  UNIQUE (region_id, roadmap_id, position),
  FOREIGN KEY (region_id, roadmap_id) REFERENCES roadmaps (region_id, id)
);
CALL protect_rows('roadmap_clauses', 'municipality');

-- Pieces of the order that nobody could place: they stay with the roadmap as text.
CREATE TABLE roadmap_leftovers (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  position        integer NOT NULL,
  municipality_id uuid,
  place           text NOT NULL,
  text            text NOT NULL,
  PRIMARY KEY (region_id, roadmap_id, position),
  FOREIGN KEY (region_id, roadmap_id) REFERENCES roadmaps (region_id, id)
);
CALL protect_rows('roadmap_leftovers', 'municipality');

-- What a printed executor means for an authority: learnt once, offered next time.
CREATE TABLE executors (
  region_id       integer NOT NULL,
  authority_id    uuid NOT NULL,
  key             text NOT NULL,
  municipality_id uuid,
  text            text NOT NULL,
  target          jsonb NOT NULL,
  learnt_at       timestamptz NOT NULL,
  learnt_by       text NOT NULL,
  PRIMARY KEY (region_id, authority_id, key)
);
CALL protect_rows('executors', 'municipality');

-- The schools a roadmap works with.
CREATE TABLE roadmap_schools (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  organisation_id uuid NOT NULL,
  municipality_id uuid,
  PRIMARY KEY (region_id, roadmap_id, organisation_id),
  FOREIGN KEY (region_id, roadmap_id) REFERENCES roadmaps (region_id, id)
);
CALL protect_rows('roadmap_schools', 'municipality');

-- An item or a clause × an occurrence × an obliged organisation. municipality_id is that of the roadmap, or of the organisation
-- when the roadmap is regional. The status is never stored: it follows from the dates.
CREATE TABLE obligations (
  region_id        integer NOT NULL,
  roadmap_id       uuid NOT NULL,
  id               uuid NOT NULL,
  municipality_id  uuid,
  organisation_id  uuid NOT NULL,
  item_id          uuid,
  clause_id        uuid,
  person_id        uuid,
  binding          text NOT NULL CHECK (binding IN ('owed', 'recommended')),
  starts_on        date,
  due_on           date,
  started_on       date,
  submitted_on     date,
  accepted_on      date,
  returned_on      date,
  not_required_on  date,
  cancelled_on     date,
  cancelled_reason text,
  PRIMARY KEY (region_id, id),
  CHECK ((item_id IS NULL) <> (clause_id IS NULL)),
  CHECK ((cancelled_on IS NULL) = (cancelled_reason IS NULL)),
  FOREIGN KEY (region_id, item_id) REFERENCES roadmap_items (region_id, id),
  FOREIGN KEY (region_id, clause_id) REFERENCES roadmap_clauses (region_id, id)
);
CREATE INDEX obligations_of_item ON obligations (region_id, item_id);
CREATE INDEX obligations_of_roadmap ON obligations (region_id, roadmap_id, due_on);
CREATE INDEX obligations_of_organisation ON obligations (region_id, organisation_id, due_on);
CALL protect_rows('obligations', 'organisation');

-- Kept with every change of obligations, so that a dashboard never groups the obligations themselves.
-- due_on is 'infinity' for undated ones.
CREATE TABLE obligation_counters (
  region_id       integer NOT NULL,
  roadmap_id      uuid NOT NULL,
  organisation_id uuid NOT NULL,
  due_on          date NOT NULL,
  municipality_id uuid,
  owed            integer NOT NULL,
  recommended     integer NOT NULL,
  submitted       integer NOT NULL,
  accepted        integer NOT NULL,
  returned        integer NOT NULL,
  not_required    integer NOT NULL,
  PRIMARY KEY (region_id, roadmap_id, organisation_id, due_on),
  FOREIGN KEY (region_id, roadmap_id) REFERENCES roadmaps (region_id, id)
);
CALL protect_rows('obligation_counters', 'organisation');

-- Doors of this slice for other slices.
CREATE VIEW pub_roadmaps WITH (security_invoker = true) AS
  SELECT region_id, id, municipality_id, authority_id, level, title, plan_start, plan_end, checkpoints, state FROM roadmaps;
CREATE VIEW pub_obligations WITH (security_invoker = true) AS
  SELECT region_id, id, roadmap_id, municipality_id, organisation_id, item_id, clause_id, person_id, binding, starts_on, due_on,
         started_on, submitted_on, accepted_on, returned_on, not_required_on, cancelled_on
    FROM obligations;
CREATE VIEW pub_obligation_counters WITH (security_invoker = true) AS
  SELECT region_id, roadmap_id, organisation_id, municipality_id, due_on, owed, recommended, submitted, accepted, returned, not_required
    FROM obligation_counters;
GRANT SELECT ON pub_roadmaps, pub_obligations, pub_obligation_counters TO opora_app;
