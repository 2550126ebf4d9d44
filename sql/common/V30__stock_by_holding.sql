-- Holdings, products and SKUs are asked for by many keys at once, and nothing else: an index that begins with the warehouse is read whole then.
CREATE INDEX ix_stock_level_holding ON stock_level (holding_id);
CREATE INDEX ix_stock_level_product ON stock_level (product);
