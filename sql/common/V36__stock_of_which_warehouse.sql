-- Which warehouse of Sage's was read: of another one nothing was read yet.
ALTER TABLE stock_shelf ADD sage_warehouse BIGINT DEFAULT 0 NOT NULL;
