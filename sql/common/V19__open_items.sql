-- The entries of customer accounts that belong to orders, and how much of each is not allocated yet by what is known here: settled ones
-- stay, with nothing open.
CREATE TABLE open_item (
    id            BIGINT         NOT NULL,
    company       VARCHAR(20)    NOT NULL,
    object_key    VARCHAR(80)    NOT NULL,
    kind          VARCHAR(20)    NOT NULL,
    urn           VARCHAR(20)    NOT NULL,
    document_date DATE           NOT NULL,
    currency      VARCHAR(3)     NOT NULL,
    amount        DECIMAL(19, 4) NOT NULL,
    open_amount   DECIMAL(19, 4) NOT NULL,
    CONSTRAINT pk_open_item PRIMARY KEY (id),
    CONSTRAINT uq_open_item UNIQUE (company, urn)
);
CREATE INDEX ix_open_item_object ON open_item (object_key);
CREATE INDEX ix_open_item_open ON open_item (open_amount, id);

-- Orders to which an entry has come since their allocations were planned; a row for each change, gone once it is planned.
CREATE TABLE allocation_due (
    id         BIGINT      NOT NULL,
    object_key VARCHAR(80) NOT NULL,
    CONSTRAINT pk_allocation_due PRIMARY KEY (id)
);
CREATE INDEX ix_allocation_due_object ON allocation_due (object_key);
