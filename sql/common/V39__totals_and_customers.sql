-- What is at rest is counted as it comes to rest and leaves: a row for each change, folded from time to time into one for each kind, state,
-- company and currency. What is under way is not here: there is never much of it.
CREATE TABLE posting_total (
    id        BIGINT         NOT NULL,
    kind      VARCHAR(20)    NOT NULL,
    state     VARCHAR(12)    NOT NULL,
    company   VARCHAR(10)    NOT NULL,
    currency  VARCHAR(3)     NOT NULL,
    elsewhere BIT            NOT NULL,
    postings  BIGINT         NOT NULL,
    amount    DECIMAL(28, 4) NOT NULL,
    CONSTRAINT pk_posting_total PRIMARY KEY (id)
);

-- Whether a document that is not for this company counts in another one, to which it went over.
ALTER TABLE posting ADD counts_elsewhere BIT DEFAULT 0 NOT NULL;

-- Lists are read in the order of these, part by part.
CREATE INDEX ix_posting_since ON posting (kind, state, company, currency, state_since, id);
CREATE INDEX ix_posting_amount ON posting (kind, state, company, currency, amount, id);

-- By what a customer is looked for: keyed hashes, of which nobody without the key file can guess a word. Gone with the key of the order.
CREATE TABLE customer_mark (
    id      BIGINT      NOT NULL,
    mark    VARCHAR(32) NOT NULL,
    subject VARCHAR(80) NOT NULL,
    CONSTRAINT pk_customer_mark PRIMARY KEY (id)
);
CREATE INDEX ix_customer_mark ON customer_mark (mark, id, subject);
CREATE INDEX ix_customer_mark_subject ON customer_mark (subject, mark);

-- By which rules its marks were made; 0 for what was received before there were any.
ALTER TABLE personal_key ADD marked_by INT DEFAULT 0 NOT NULL;
CREATE INDEX ix_personal_key_marked ON personal_key (marked_by, subject);

-- Payments are looked for by the numbers that their providers gave them.
CREATE INDEX ix_clearing_entry_reference ON clearing_entry (psp_reference);
CREATE INDEX ix_settlement_line_payment ON settlement_line (payment_reference);
CREATE INDEX ix_settlement_line_change ON settlement_line (modification_reference);
