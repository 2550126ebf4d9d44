-- The invoices of Sage's sales ledger that belong to orders of Centra's: which order each of them is of, as Sage itself says it.
CREATE TABLE ledger_invoice (
    id             BIGINT        NOT NULL,
    company        VARCHAR(10)   NOT NULL,
    object_key     VARCHAR(80)   NOT NULL,
    order_number   VARCHAR(60)   NOT NULL,
    ledger_id      BIGINT        NOT NULL,
    urn            VARCHAR(40)   NOT NULL,
    invoice_number NVARCHAR(40)  NOT NULL,
    document_date  DATE          NOT NULL,
    currency       VARCHAR(3)    NOT NULL,
    gross          DECIMAL(19,4) NOT NULL,
    first_seen_at  DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_ledger_invoice PRIMARY KEY (id),
    CONSTRAINT uq_ledger_invoice UNIQUE (company, ledger_id)
);
CREATE INDEX ix_ledger_invoice_object ON ledger_invoice (object_key);
