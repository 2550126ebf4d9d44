-- What Sage 200 holds an entry of a clearing bank of another currency with, in the company's own currency and without a sign; empty until it was
-- read, and in banks of the company's own currency.
ALTER TABLE clearing_entry ADD base_value DECIMAL(19, 4);

-- What a batch leaves in its bank, in the company's own currency, as it was planned and then read back; empty where that is not known.
ALTER TABLE settlement_batch ADD carried_base DECIMAL(19, 4);
-- Whether what a batch has left in clearing banks of other currencies was read back for good.
ALTER TABLE settlement_batch ADD is_valued BIT DEFAULT 0 NOT NULL;

-- What a batch has moved in each clearing bank of another currency, in the company's own: what was posted for it, as Sage holds it, and what people
-- entered by hand. what_is_left is that with all that its lines settle, once the batch is done.
CREATE TABLE batch_base (
    id           BIGINT         NOT NULL,
    batch_id     BIGINT         NOT NULL,
    bank         VARCHAR(8)     NOT NULL,
    company      VARCHAR(10)    NOT NULL,
    posted       DECIMAL(19, 4) NOT NULL,
    what_is_left DECIMAL(19, 4),
    CONSTRAINT pk_batch_base PRIMARY KEY (id),
    CONSTRAINT uq_batch_base UNIQUE (batch_id, bank)
);
CREATE INDEX ix_batch_base_bank ON batch_base (company, bank);

-- What people have explained of how clearing banks differ in the company's own currency, such as what a revaluation in Sage 200 has changed: all of
-- it together. Who said it, and why, is in the audit trail.
CREATE TABLE base_explained (
    id      BIGINT         NOT NULL,
    company VARCHAR(10)    NOT NULL,
    bank    VARCHAR(8)     NOT NULL,
    amount  DECIMAL(19, 4) NOT NULL,
    CONSTRAINT pk_base_explained PRIMARY KEY (id),
    CONSTRAINT uq_base_explained UNIQUE (company, bank)
);
