-- Up to which row version the stock of a warehouse was read in Sage's own database: all changes with an earlier one are known.
-- sage_database is its name and when it was made or restored, since the versions of another one say nothing.
CREATE TABLE stock_mark (
    id               BIGINT        NOT NULL,
    company          VARCHAR(10)   NOT NULL,
    centra_warehouse NVARCHAR(100) NOT NULL,
    sage_database    NVARCHAR(200) NOT NULL,
    sage_warehouse   BIGINT        NOT NULL,
    next_version     BIGINT        NOT NULL,
    CONSTRAINT pk_stock_mark PRIMARY KEY (id),
    CONSTRAINT uq_stock_mark UNIQUE (company, centra_warehouse)
);
