-- Each clearing bank as it was proven last on each day, for the console: a page never waits for Sage 200. proof is what was open, by kind and by
-- age, and the proof in the company's own currency; is_current is the latest of a bank that still is a clearing bank.
CREATE TABLE clearing_day (
    id           BIGINT         NOT NULL,
    company      VARCHAR(10)    NOT NULL,
    bank         VARCHAR(8)     NOT NULL,
    currency     VARCHAR(3)     NOT NULL,
    proof_day    DATE           NOT NULL,
    proven_at    DATETIME2(6)   NOT NULL,
    ledger       DECIMAL(19, 4),
    what_is_open DECIMAL(19, 4) NOT NULL,
    proof        NVARCHAR(MAX)  NOT NULL,
    is_current   BIT            NOT NULL,
    CONSTRAINT pk_clearing_day PRIMARY KEY (id),
    CONSTRAINT uq_clearing_day UNIQUE (company, bank, currency, proof_day)
);
CREATE INDEX ix_clearing_day_current ON clearing_day (is_current);

-- How many lines of a batch are in which state for which cause, and what they come to: nobody counts a million lines to show a page. Gone while
-- lines change, and counted anew once the run that changed them is over.
CREATE TABLE settlement_tally (
    id          BIGINT         NOT NULL,
    batch_id    BIGINT         NOT NULL,
    match_state VARCHAR(12)    NOT NULL,
    match_how   VARCHAR(24)    NOT NULL,
    currency    VARCHAR(3)     NOT NULL,
    line_count  BIGINT         NOT NULL,
    amount      DECIMAL(19, 4) NOT NULL,
    variance    DECIMAL(19, 4) NOT NULL,
    first_line  BIGINT         NOT NULL,
    CONSTRAINT pk_settlement_tally PRIMARY KEY (id)
);
CREATE INDEX ix_settlement_tally_batch ON settlement_tally (batch_id, match_state);

-- What came to the bank less what went back from there; empty of what was received before this, until it is counted.
ALTER TABLE settlement_batch ADD paid_out DECIMAL(19, 4);
CREATE INDEX ix_settlement_batch_day ON settlement_batch (last_day, id);
CREATE INDEX ix_settlement_line_state ON settlement_line (batch_id, match_state, place);
