-- Units that Centra put back on stock with a return, and that nobody has booked in in Sage yet: Sage's API has no goods-in.
CREATE TABLE return_unit (
    id             BIGINT        NOT NULL,
    company        VARCHAR(10)   NOT NULL,
    return_number  VARCHAR(60)   NOT NULL,
    line           BIGINT        NOT NULL,
    object_key     VARCHAR(80)   NOT NULL,
    sku            NVARCHAR(100) NOT NULL,
    product        NVARCHAR(100) NOT NULL,
    warehouse      NVARCHAR(100) NOT NULL,
    sage_warehouse NVARCHAR(100) NOT NULL,
    quantity       INT           NOT NULL,
    returned_on    DATE          NOT NULL,
    closed_at      DATETIME2(6),
    closed_by      NVARCHAR(100),
    closed_why     NVARCHAR(800),
    CONSTRAINT pk_return_unit PRIMARY KEY (id),
    CONSTRAINT uq_return_unit UNIQUE (company, return_number, line)
);
CREATE INDEX ix_return_unit_open ON return_unit (closed_at, id);

-- Documents that a closed period forces to another day than their true one. document_date is empty while a person is asked.
CREATE TABLE document_date (
    id            BIGINT       NOT NULL,
    company       VARCHAR(10)  NOT NULL,
    kind          VARCHAR(32)  NOT NULL,
    source_key    VARCHAR(60)  NOT NULL,
    true_date     DATE         NOT NULL,
    document_date DATE,
    chosen_by     NVARCHAR(100),
    chosen_why    NVARCHAR(800),
    CONSTRAINT pk_document_date PRIMARY KEY (id),
    CONSTRAINT uq_document_date UNIQUE (company, kind, source_key)
);
