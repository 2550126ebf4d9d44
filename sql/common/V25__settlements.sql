-- What stands in a clearing bank for each receipt and each refund: written with the posting, and settled by one line of a settlement file.
-- batch_id 0 is open.
CREATE TABLE clearing_entry (
    id            BIGINT         NOT NULL,
    company       VARCHAR(10)    NOT NULL,
    bank          VARCHAR(8)     NOT NULL,
    kind          VARCHAR(20)    NOT NULL,
    source_key    VARCHAR(60)    NOT NULL,
    order_number  VARCHAR(60)    NOT NULL,
    psp_reference NVARCHAR(255)  NOT NULL,
    entry_date    DATE           NOT NULL,
    currency      VARCHAR(3)     NOT NULL,
    amount        DECIMAL(19, 4) NOT NULL,
    urn           VARCHAR(40)    NOT NULL,
    batch_id      BIGINT         NOT NULL,
    line_place    BIGINT         NOT NULL,
    CONSTRAINT pk_clearing_entry PRIMARY KEY (id),
    CONSTRAINT uq_clearing_entry UNIQUE (company, kind, source_key)
);
CREATE INDEX ix_clearing_entry_batch ON clearing_entry (batch_id, company, bank, id);
CREATE INDEX ix_clearing_entry_order ON clearing_entry (order_number);

-- Files of payment providers, each content once.
CREATE TABLE settlement_file (
    id           BIGINT        NOT NULL,
    content_hash VARCHAR(64)   NOT NULL,
    name         NVARCHAR(255) NOT NULL,
    size_bytes   BIGINT        NOT NULL,
    psp          VARCHAR(40)   NOT NULL,
    fault        NVARCHAR(MAX),
    taken_at     DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_settlement_file PRIMARY KEY (id),
    CONSTRAINT uq_settlement_file UNIQUE (content_hash)
);

-- The batches of those files. A file that brings a known batch with another content makes a version of it.
CREATE TABLE settlement_batch (
    id               BIGINT        NOT NULL,
    file_id          BIGINT        NOT NULL,
    psp              VARCHAR(40)   NOT NULL,
    merchant_account NVARCHAR(80)  NOT NULL,
    batch_number     NVARCHAR(80)  NOT NULL,
    currency         VARCHAR(3)    NOT NULL,
    object_name      VARCHAR(40)   NOT NULL,
    version          INT           NOT NULL,
    state            VARCHAR(12)   NOT NULL,
    content_hash     VARCHAR(64)   NOT NULL,
    line_count       BIGINT        NOT NULL,
    first_day        DATE,
    last_day         DATE,
    opening          DECIMAL(19, 4),
    closing          DECIMAL(19, 4),
    sums             NVARCHAR(MAX) NOT NULL,
    faults           NVARCHAR(MAX) NOT NULL,
    fault_count      BIGINT        NOT NULL,
    warnings         NVARCHAR(MAX) NOT NULL,
    company          VARCHAR(10)   NOT NULL,
    clearing_bank    VARCHAR(8)    NOT NULL,
    carried          DECIMAL(19, 4) NOT NULL,
    state_since      DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_settlement_batch PRIMARY KEY (id),
    CONSTRAINT uq_settlement_batch UNIQUE (psp, merchant_account, batch_number, currency, version)
);
CREATE INDEX ix_settlement_batch_state ON settlement_batch (state, id);
CREATE INDEX ix_settlement_batch_name ON settlement_batch (object_name);
CREATE INDEX ix_settlement_batch_file ON settlement_batch (file_id);

-- Their lines by their places in the batch: several may be made of one line of the file, as the totals of Klarna's are. How each was matched
-- stands with it; match_place is the place of the first of those that settle the same together.
CREATE TABLE settlement_line (
    batch_id               BIGINT         NOT NULL,
    place                  BIGINT         NOT NULL,
    line_number            BIGINT         NOT NULL,
    line_type              NVARCHAR(80)   NOT NULL,
    kind                   VARCHAR(20)    NOT NULL,
    booked_on              DATE,
    gross                  DECIMAL(19, 4) NOT NULL,
    gross_currency         VARCHAR(3)     NOT NULL,
    rate                   DECIMAL(28, 16) NOT NULL,
    net                    DECIMAL(19, 4) NOT NULL,
    fees                   VARCHAR(400)   NOT NULL,
    payment_reference      NVARCHAR(255)  NOT NULL,
    modification_reference NVARCHAR(255)  NOT NULL,
    merchant_reference     NVARCHAR(255)  NOT NULL,
    order_reference        NVARCHAR(255)  NOT NULL,
    line_text              NVARCHAR(400)  NOT NULL,
    match_state            VARCHAR(12)    NOT NULL,
    match_how              VARCHAR(24)    NOT NULL,
    match_place            BIGINT         NOT NULL,
    variance               DECIMAL(19, 4) NOT NULL,
    CONSTRAINT pk_settlement_line PRIMARY KEY (batch_id, place)
);

-- Lines of bank statements, each once; batch_id 0 is a line that no payout was found for.
CREATE TABLE bank_statement_line (
    id         BIGINT         NOT NULL,
    line_key   VARCHAR(64)    NOT NULL,
    account    NVARCHAR(80)   NOT NULL,
    line_date  DATE           NOT NULL,
    currency   VARCHAR(3)     NOT NULL,
    amount     DECIMAL(19, 4) NOT NULL,
    line_text  NVARCHAR(1000) NOT NULL,
    batch_id   BIGINT         NOT NULL,
    line_place BIGINT         NOT NULL,
    CONSTRAINT pk_bank_statement_line PRIMARY KEY (id),
    CONSTRAINT uq_bank_statement_line UNIQUE (line_key)
);
CREATE INDEX ix_bank_statement_line ON bank_statement_line (batch_id, currency, amount, line_date);
