-- What customers have ordered of which Sage 200 does not know yet, by order: written with the order's version, gone with its posting.
CREATE TABLE stock_demand (
    id           BIGINT        NOT NULL,
    order_number VARCHAR(60)   NOT NULL,
    sku          NVARCHAR(100) NOT NULL,
    units        INT           NOT NULL,
    has_left     BIT           NOT NULL,
    CONSTRAINT pk_stock_demand PRIMARY KEY (id)
);
-- Not unique by SKU: a database that does not see case would refuse an order with two SKUs that differ by it alone.
CREATE INDEX ix_stock_demand_order ON stock_demand (order_number);

-- The stock of each SKU in each warehouse of Centra's: what Sage 200 holds of it by the latest reading, and what was last published of it.
-- version grows with each reading that says something else; an older one never takes the place of a newer one.
CREATE TABLE stock_level (
    id               BIGINT         NOT NULL,
    company          VARCHAR(10)    NOT NULL,
    centra_warehouse NVARCHAR(100)  NOT NULL,
    holding_id       BIGINT         NOT NULL,
    product          NVARCHAR(60)   NOT NULL,
    sku              NVARCHAR(100)  NOT NULL,
    in_stock         DECIMAL(19, 5) NOT NULL,
    unconfirmed      DECIMAL(19, 5) NOT NULL,
    allocated        DECIMAL(19, 5) NOT NULL,
    reserved         DECIMAL(19, 5) NOT NULL,
    free             DECIMAL(19, 5) NOT NULL,
    changed_at       DATETIME2(6)   NOT NULL,
    read_at          DATETIME2(6)   NOT NULL,
    version          BIGINT         NOT NULL,
    state            VARCHAR(12)    NOT NULL,
    due_since        DATETIME2(6),
    not_before       DATETIME2(6)   NOT NULL,
    tries            INT            NOT NULL,
    note             NVARCHAR(500)  NOT NULL,
    released         BIT            NOT NULL,
    open_orders      DECIMAL(19, 5) NOT NULL,
    in_flight        BIGINT         NOT NULL,
    buffer           INT            NOT NULL,
    sellable         INT,
    sent             INT,
    published_at     DATETIME2(6),
    published        BIGINT         NOT NULL,
    fresh_seconds    INT,
    shown            INT,
    shown_at         DATETIME2(6),
    CONSTRAINT pk_stock_level PRIMARY KEY (id),
    CONSTRAINT uq_stock_level UNIQUE (company, centra_warehouse, holding_id)
);
CREATE INDEX ix_stock_level_due ON stock_level (company, centra_warehouse, state, id);
CREATE INDEX ix_stock_level_published ON stock_level (published_at);
CREATE INDEX ix_stock_level_sku ON stock_level (sku);

-- The sizes of products that Centra has, by its id: stock is asked for by id there.
CREATE TABLE stock_size (
    size_id   BIGINT        NOT NULL,
    sku       NVARCHAR(100) NOT NULL,
    is_active BIT           NOT NULL,
    seen_at   DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_stock_size PRIMARY KEY (size_id)
);
CREATE INDEX ix_stock_size_sku ON stock_size (sku);
CREATE INDEX ix_stock_size_seen ON stock_size (seen_at);

-- Up to when the stock of a warehouse was read, by the database's clock: what was changed long before that is not read again.
CREATE TABLE stock_shelf (
    id               BIGINT        NOT NULL,
    company          VARCHAR(10)   NOT NULL,
    centra_warehouse NVARCHAR(100) NOT NULL,
    read_to_at       DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_stock_shelf PRIMARY KEY (id),
    CONSTRAINT uq_stock_shelf UNIQUE (company, centra_warehouse)
);
