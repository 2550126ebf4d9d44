-- Orders whose receipts, credits, refunds or invoices have changed since their allocations were planned; a row for each change, gone
-- once it is planned.
CREATE TABLE allocation_due (
    id         BIGINT      NOT NULL,
    object_key VARCHAR(80) NOT NULL,
    CONSTRAINT pk_allocation_due PRIMARY KEY (id)
);
