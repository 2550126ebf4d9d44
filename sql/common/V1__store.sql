-- The store of centra-sage200: what was received, what is planned, what was posted, and who did what.
-- Taken as it stands by SQL Server (2016 and later) and by H2. Every time is UTC. Every word of a customer is NVARCHAR.

-- START WITH equals INCREMENT BY, as EclipseLink's allocation of ids demands.
CREATE SEQUENCE store_sequence AS BIGINT START WITH 50 INCREMENT BY 50;

-- One key for each order, wrapped by the key file. Destroying it erases the person; amounts, keys and links stay.
CREATE TABLE personal_key (
    subject      VARCHAR(80)    NOT NULL,
    wrapped_key  VARBINARY(200),
    created_at   DATETIME2(6)   NOT NULL,
    destroyed_at DATETIME2(6),
    CONSTRAINT pk_personal_key PRIMARY KEY (subject)
);
CREATE INDEX ix_personal_key_age ON personal_key (created_at);

-- Source documents exactly as received, one row for each version; the payload is encrypted, the hash covers the ciphertext.
CREATE TABLE staged_document (
    id                BIGINT         NOT NULL,
    kind              VARCHAR(20)    NOT NULL,
    source_key        VARCHAR(60)    NOT NULL,
    version           INT            NOT NULL,
    state             VARCHAR(12)    NOT NULL,
    content_hash      VARCHAR(64)    NOT NULL,
    payload           VARBINARY(MAX) NOT NULL,
    source_updated_at DATETIME2(6)   NOT NULL,
    staged_at         DATETIME2(6)   NOT NULL,
    CONSTRAINT pk_staged_document PRIMARY KEY (id),
    CONSTRAINT uq_staged_document UNIQUE (kind, source_key, version)
);
CREATE INDEX ix_staged_document_state ON staged_document (state, kind, id);

-- One row for each thing that is, or is not, written to the other side. The key lives for ever.
CREATE TABLE posting (
    id               BIGINT         NOT NULL,
    company          VARCHAR(10)    NOT NULL,
    kind             VARCHAR(20)    NOT NULL,
    source_key       VARCHAR(60)    NOT NULL,
    object_key       VARCHAR(80)    NOT NULL,
    object_rank      INT            NOT NULL,
    state            VARCHAR(12)    NOT NULL,
    state_since      DATETIME2(6)   NOT NULL,
    document_version INT            NOT NULL,
    fingerprint      VARCHAR(64),
    amount           DECIMAL(19,4)  NOT NULL,
    currency         VARCHAR(3)     NOT NULL,
    business_date    DATE           NOT NULL,
    command          VARBINARY(MAX),
    evidence         NVARCHAR(2000),
    reasons          NVARCHAR(MAX),
    target_id        VARCHAR(40),
    target_number    VARCHAR(40),
    attempts         INT            NOT NULL,
    ever_in_doubt    BIT            NOT NULL,
    created_at       DATETIME2(6)   NOT NULL,
    CONSTRAINT pk_posting PRIMARY KEY (id),
    CONSTRAINT uq_posting UNIQUE (company, kind, source_key)
);
CREATE INDEX ix_posting_state ON posting (state, kind, id);
CREATE INDEX ix_posting_source ON posting (source_key);

-- The unfinished postings only: today's work, never history.
CREATE TABLE posting_queue (
    posting_id  BIGINT       NOT NULL,
    object_key  VARCHAR(80)  NOT NULL,
    object_rank INT          NOT NULL,
    purpose     VARCHAR(12)  NOT NULL,
    not_before  DATETIME2(6) NOT NULL,
    waits_for   BIGINT,
    CONSTRAINT pk_posting_queue PRIMARY KEY (posting_id),
    CONSTRAINT fk_posting_queue FOREIGN KEY (posting_id) REFERENCES posting (id)
);
CREATE INDEX ix_posting_queue_due ON posting_queue (purpose, not_before, object_key);
CREATE INDEX ix_posting_queue_object ON posting_queue (object_key, object_rank);

-- Posted after a doubt: the key is looked for once more, in case a late commit made a second document.
CREATE TABLE posting_recheck (
    posting_id BIGINT       NOT NULL,
    due_at     DATETIME2(6) NOT NULL,
    CONSTRAINT pk_posting_recheck PRIMARY KEY (posting_id),
    CONSTRAINT fk_posting_recheck FOREIGN KEY (posting_id) REFERENCES posting (id)
);
CREATE INDEX ix_posting_recheck_due ON posting_recheck (due_at);

CREATE TABLE posting_attempt (
    id         BIGINT         NOT NULL,
    posting_id BIGINT         NOT NULL,
    number     INT            NOT NULL,
    holder     VARCHAR(80)    NOT NULL,
    started_at DATETIME2(6)   NOT NULL,
    ended_at   DATETIME2(6),
    outcome    VARCHAR(20)    NOT NULL,
    detail     NVARCHAR(2000),
    CONSTRAINT pk_posting_attempt PRIMARY KEY (id),
    CONSTRAINT uq_posting_attempt UNIQUE (posting_id, number),
    CONSTRAINT fk_posting_attempt FOREIGN KEY (posting_id) REFERENCES posting (id)
);

-- Who may write now: business objects, lane slots, jobs, the sealer. The time is the database's.
CREATE TABLE lease (
    name     VARCHAR(120) NOT NULL,
    holder   VARCHAR(80)  NOT NULL,
    until_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_lease PRIMARY KEY (name)
);

-- Both directions of what belongs together.
CREATE TABLE link (
    id          BIGINT       NOT NULL,
    from_kind   VARCHAR(30)  NOT NULL,
    from_key    VARCHAR(80)  NOT NULL,
    to_kind     VARCHAR(30)  NOT NULL,
    to_key      VARCHAR(80)  NOT NULL,
    posting_id  BIGINT       NOT NULL,
    created_at  DATETIME2(6) NOT NULL,
    CONSTRAINT pk_link PRIMARY KEY (id),
    CONSTRAINT uq_link UNIQUE (from_kind, from_key, to_kind, to_key),
    CONSTRAINT fk_link FOREIGN KEY (posting_id) REFERENCES posting (id)
);
CREATE INDEX ix_link_back ON link (to_kind, to_key);

-- How far each source was read; moves only in the transaction that stages the page.
CREATE TABLE watermark (
    name     VARCHAR(60)  NOT NULL,
    read_to  DATETIME2(6) NOT NULL,
    moved_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_watermark PRIMARY KEY (name)
);

-- Under which settings and mappings the plans were made: when one changes, what is not posted is planned again.
CREATE TABLE plan_basis (
    name       VARCHAR(40)  NOT NULL,
    basis      VARCHAR(64)  NOT NULL,
    changed_at DATETIME2(6) NOT NULL,
    CONSTRAINT pk_plan_basis PRIMARY KEY (name)
);

-- Who did what. Rows are written unchained; the sealer numbers and chains them afterwards.
CREATE TABLE audit_entry (
    id          BIGINT         NOT NULL,
    occurred_at DATETIME2(6)   NOT NULL,
    actor       NVARCHAR(80)   NOT NULL,
    action      VARCHAR(40)    NOT NULL,
    subject     VARCHAR(120)   NOT NULL,
    detail      NVARCHAR(2000) NOT NULL,
    seal_number BIGINT,
    seal_hash   VARCHAR(64),
    CONSTRAINT pk_audit_entry PRIMARY KEY (id)
);
CREATE INDEX ix_audit_entry_seal ON audit_entry (seal_number);
CREATE INDEX ix_audit_entry_subject ON audit_entry (subject, id);

-- What a person must see or do.
CREATE TABLE business_exception (
    id          BIGINT         NOT NULL,
    cause       VARCHAR(120)   NOT NULL,
    kind        VARCHAR(40)    NOT NULL,
    severity    VARCHAR(10)    NOT NULL,
    owner       VARCHAR(12)    NOT NULL,
    state       VARCHAR(10)    NOT NULL,
    company     VARCHAR(10)    NOT NULL,
    source_key  VARCHAR(60)    NOT NULL,
    posting_id  BIGINT,
    amount      DECIMAL(19,4)  NOT NULL,
    currency    VARCHAR(3)     NOT NULL,
    headline    NVARCHAR(400)  NOT NULL,
    reasons     NVARCHAR(MAX)  NOT NULL,
    assigned_to NVARCHAR(80),
    note        NVARCHAR(1000),
    opened_at   DATETIME2(6)   NOT NULL,
    changed_at  DATETIME2(6)   NOT NULL,
    revision    INT            NOT NULL,
    CONSTRAINT pk_business_exception PRIMARY KEY (id),
    CONSTRAINT uq_business_exception UNIQUE (cause)
);
CREATE INDEX ix_business_exception_state ON business_exception (state, severity, owner);
CREATE INDEX ix_business_exception_source ON business_exception (source_key);

-- Which node runs which execution of the job repository, and what it counted.
CREATE TABLE job_run (
    execution_id BIGINT         NOT NULL,
    job          VARCHAR(60)    NOT NULL,
    holder       VARCHAR(80)    NOT NULL,
    started_by   NVARCHAR(80)   NOT NULL,
    parameters   NVARCHAR(1000) NOT NULL,
    started_at   DATETIME2(6)   NOT NULL,
    CONSTRAINT pk_job_run PRIMARY KEY (execution_id)
);
CREATE INDEX ix_job_run_job ON job_run (job, execution_id);

CREATE TABLE job_count (
    execution_id BIGINT      NOT NULL,
    name         VARCHAR(40) NOT NULL,
    counted      BIGINT      NOT NULL,
    CONSTRAINT pk_job_count PRIMARY KEY (execution_id, name)
);

-- Tokens, encrypted by the key file.
CREATE TABLE secret (
    name       VARCHAR(80)    NOT NULL,
    cipher     VARBINARY(MAX) NOT NULL,
    changed_at DATETIME2(6)   NOT NULL,
    CONSTRAINT pk_secret PRIMARY KEY (name)
);

CREATE TABLE console_user (
    name          NVARCHAR(80)  NOT NULL,
    password_hash VARCHAR(400)  NOT NULL,
    roles         VARCHAR(200)  NOT NULL,
    changed_at    DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_console_user PRIMARY KEY (name)
);
