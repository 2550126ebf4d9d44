-- Rows of the audit trail that a person stands behind, apart from the millions that the program writes: LOOK where nothing was done.
CREATE TABLE audit_person (
    id          BIGINT       NOT NULL,
    kind        VARCHAR(8)   NOT NULL,
    occurred_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_audit_person PRIMARY KEY (id)
);
INSERT INTO audit_person (id, kind, occurred_at)
SELECT id, CASE WHEN action LIKE 'LOOK%' THEN 'LOOK' ELSE 'DEED' END, occurred_at FROM audit_entry
WHERE actor NOT IN ('posting', 'desk', 'recovery', 'planning', 'invoices', 'write-back', 'catalogue', 'reconcile', 'settlement-post',
                    'audit', 'sign-in', 'company sign-in', 'timetable', 'retention', 'configuration', 'first start');
CREATE INDEX ix_audit_person_kind ON audit_person (kind, occurred_at, id);
CREATE INDEX ix_audit_entry_actor ON audit_entry (actor, occurred_at, id);
CREATE INDEX ix_audit_entry_action ON audit_entry (action, occurred_at, id);
CREATE INDEX ix_audit_entry_occurred ON audit_entry (occurred_at, id);

-- Stock is looked for by state, by what waits for long, and demand by SKU.
CREATE INDEX ix_stock_level_state ON stock_level (state, id);
CREATE INDEX ix_stock_level_since ON stock_level (due_since);
CREATE INDEX ix_stock_demand_sku ON stock_demand (sku);

-- Both systems on a business day, as they were when they were last compared: its figures, and each number that did not agree.
CREATE TABLE compared_day (
    business_day DATE           NOT NULL,
    compared_at  DATETIME2(6)   NOT NULL,
    silent       NVARCHAR(2000) NOT NULL,
    differing    INT            NOT NULL,
    explained    INT            NOT NULL,
    CONSTRAINT pk_compared_day PRIMARY KEY (business_day)
);
CREATE TABLE compared_sum (
    id           BIGINT        NOT NULL,
    business_day DATE          NOT NULL,
    kind         VARCHAR(30)   NOT NULL,
    company      VARCHAR(10)   NOT NULL,
    currency     VARCHAR(3)    NOT NULL,
    source_count BIGINT        NOT NULL,
    source_sum   DECIMAL(19,4) NOT NULL,
    sage_count   BIGINT        NOT NULL,
    sage_sum     DECIMAL(19,4) NOT NULL,
    CONSTRAINT pk_compared_sum PRIMARY KEY (id)
);
CREATE INDEX ix_compared_sum_day ON compared_sum (business_day);
CREATE TABLE compared_number (
    id            BIGINT        NOT NULL,
    business_day  DATE          NOT NULL,
    kind          VARCHAR(30)   NOT NULL,
    company       VARCHAR(10)   NOT NULL,
    number        VARCHAR(60)   NOT NULL,
    standing      VARCHAR(30)   NOT NULL,
    currency      VARCHAR(3)    NOT NULL,
    source_amount DECIMAL(19,4),
    sage_currency VARCHAR(3)    NOT NULL,
    sage_amount   DECIMAL(19,4),
    sage_numbers  NVARCHAR(200) NOT NULL,
    note          NVARCHAR(500) NOT NULL,
    CONSTRAINT pk_compared_number PRIMARY KEY (id)
);
CREATE INDEX ix_compared_number_day ON compared_number (business_day, id);

-- What waited for a person in Sage 200 when that was last looked at.
CREATE TABLE worklist_item (
    id            BIGINT        NOT NULL,
    list          VARCHAR(30)   NOT NULL,
    company       VARCHAR(10)   NOT NULL,
    orders        NVARCHAR(500) NOT NULL,
    sage_order    NVARCHAR(60)  NOT NULL,
    document      NVARCHAR(500) NOT NULL,
    amount        DECIMAL(19,4) NOT NULL,
    currency      VARCHAR(3)    NOT NULL,
    document_date DATE          NOT NULL,
    read_at       DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_worklist_item PRIMARY KEY (id)
);
CREATE INDEX ix_worklist_item_list ON worklist_item (list, document_date, id);
