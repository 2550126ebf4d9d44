-- Which product of Centra's a value is of, so that what found no room in Centra's quota is read again by itself; since when it waits.
ALTER TABLE catalogue_value ADD product BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE catalogue_value ADD left_since DATETIME2(6);
CREATE INDEX ix_catalogue_value_due ON catalogue_value (company, state, product);
