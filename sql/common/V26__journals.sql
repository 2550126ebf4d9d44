-- Journals of the nominal ledger that people import into Sage 200 from a file of ours: its API takes none. Each is looked for there by its
-- reference until it is seen. open_key is the content's hash while nothing has become of it: of two equal ones at once only one is kept.
CREATE TABLE nominal_journal (
    id           BIGINT        NOT NULL,
    company      VARCHAR(10)   NOT NULL,
    reference    VARCHAR(20)   NOT NULL,
    journal_date DATE          NOT NULL,
    currency     VARCHAR(3)    NOT NULL,
    about        NVARCHAR(200) NOT NULL,
    narrative    NVARCHAR(200) NOT NULL,
    content_hash VARCHAR(64)   NOT NULL,
    open_key     VARCHAR(64)   NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    proposed_by  NVARCHAR(80)  NOT NULL,
    proposed_at  DATETIME2(6)  NOT NULL,
    state_since  DATETIME2(6)  NOT NULL,
    note         NVARCHAR(500) NOT NULL,
    CONSTRAINT pk_nominal_journal PRIMARY KEY (id),
    CONSTRAINT uq_nominal_journal UNIQUE (reference),
    CONSTRAINT uq_nominal_journal_open UNIQUE (open_key)
);
CREATE INDEX ix_nominal_journal_state ON nominal_journal (state, id);

-- Their lines; an amount above zero is a debit. asked_for is the account that was meant where Sage 200 has none of its codes.
CREATE TABLE nominal_journal_line (
    id          BIGINT         NOT NULL,
    journal_id  BIGINT         NOT NULL,
    place       INT            NOT NULL,
    code        VARCHAR(8)     NOT NULL,
    cost_centre VARCHAR(3)     NOT NULL,
    department  VARCHAR(3)     NOT NULL,
    amount      DECIMAL(19, 4) NOT NULL,
    narrative   NVARCHAR(200)  NOT NULL,
    asked_for   NVARCHAR(20)   NOT NULL,
    CONSTRAINT pk_nominal_journal_line PRIMARY KEY (id),
    CONSTRAINT uq_nominal_journal_line UNIQUE (journal_id, place)
);
