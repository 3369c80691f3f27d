-- An item may be cancelled by an order and taken back, and a new one may come after the approval. The basis holds the reason and
-- the number and date of the order that says so.
ALTER TABLE roadmap_items
  ADD COLUMN added_on        date,
  ADD COLUMN added_basis     jsonb,
  ADD COLUMN cancelled_on    date,
  ADD COLUMN cancelled_basis jsonb,
  ADD CONSTRAINT added_with_its_basis CHECK ((added_on IS NULL) = (added_basis IS NULL)),
  ADD CONSTRAINT cancelled_with_its_basis CHECK ((cancelled_on IS NULL) = (cancelled_basis IS NULL));
