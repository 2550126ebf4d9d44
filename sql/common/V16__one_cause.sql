-- Why a posting is held or refused, as a hash that all postings which stopped for the same cause share; and whether people are told of
-- the cause instead of the posting.
ALTER TABLE posting ADD cause VARCHAR(64);
ALTER TABLE posting ADD gathered BIT DEFAULT 0 NOT NULL;
CREATE INDEX ix_posting_cause ON posting (cause, state, gathered, id);

-- How often in a row documents of one kind have stopped for one cause, in one company.
CREATE TABLE posting_streak (
    name         VARCHAR(80) NOT NULL,
    kind         VARCHAR(32) NOT NULL,
    cause        VARCHAR(64),
    failures     INT         NOT NULL,
    last_posting BIGINT,
    CONSTRAINT pk_posting_streak PRIMARY KEY (name)
);

-- The causes whose circuit is open. One that was refused is probed: next_probe says when, probe which posting. Once released_at is
-- there it is over, and what had stopped before that goes out again.
CREATE TABLE posting_circuit (
    cause       VARCHAR(64)   NOT NULL,
    company     VARCHAR(20)   NOT NULL,
    kind        VARCHAR(32)   NOT NULL,
    failed_as   VARCHAR(12)   NOT NULL,
    reasons     NVARCHAR(MAX) NOT NULL,
    opened_at   DATETIME2(6)  NOT NULL,
    next_probe  DATETIME2(6),
    probe       BIGINT,
    released_at DATETIME2(6),
    CONSTRAINT pk_posting_circuit PRIMARY KEY (cause)
);
CREATE INDEX ix_posting_circuit ON posting_circuit (company, kind, failed_as);
