-- What was ordered in Centra lately, by order and SKU: how fast SKUs sell. Written with the order's version, deleted after
-- stock.velocity-window.
CREATE TABLE stock_sold (
    id           BIGINT        NOT NULL,
    order_number VARCHAR(60)   NOT NULL,
    sku          NVARCHAR(100) NOT NULL,
    units        INT           NOT NULL,
    ordered_at   DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_stock_sold PRIMARY KEY (id)
);
CREATE INDEX ix_stock_sold_order ON stock_sold (order_number);
CREATE INDEX ix_stock_sold_sku ON stock_sold (sku, ordered_at, units);
CREATE INDEX ix_stock_sold_ordered ON stock_sold (ordered_at);
-- Which rule the buffer of a SKU follows; what more is kept back while Sage cannot be read; and what would be sold without that.
ALTER TABLE stock_level ADD buffer_rule NVARCHAR(100) DEFAULT '' NOT NULL;
ALTER TABLE stock_level ADD stale_buffer INT DEFAULT 0 NOT NULL;
ALTER TABLE stock_level ADD usual INT;
