-- What an exception has in common with others, so that thousands of one cause are one line; since when the time runs in which somebody
-- is to have seen to it; until when it is ignored, and why; and how often what a person sees of it has changed, so that nobody decides
-- about what somebody else has changed meanwhile. Of what was open before, the first look after the start fills it in.
ALTER TABLE business_exception ADD group_key NVARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE business_exception ADD waits_since DATETIME2(6);
ALTER TABLE business_exception ADD ignored_until DATETIME2(6);
ALTER TABLE business_exception ADD ignored_why NVARCHAR(1000);
ALTER TABLE business_exception ADD edition INT DEFAULT 0 NOT NULL;
CREATE INDEX ix_business_exception_group ON business_exception (state, group_key, severity, currency, amount, owner, opened_at, waits_since, id);
CREATE INDEX ix_business_exception_order ON business_exception (state, severity, amount, opened_at, currency, id);
CREATE INDEX ix_business_exception_ignored ON business_exception (state, ignored_until);

-- A deed of a person's about many exceptions at once: what it would do is kept before it begins, and what became of each afterwards.
CREATE TABLE desk_bulk (
    id              BIGINT         NOT NULL,
    deed            VARCHAR(12)    NOT NULL,
    state           VARCHAR(12)    NOT NULL,
    person          NVARCHAR(80)   NOT NULL,
    words           NVARCHAR(1000) NOT NULL,
    given_to        NVARCHAR(80)   NOT NULL,
    ignored_until   DATETIME2(6),
    selection       NVARCHAR(1000) NOT NULL,
    items           INT            NOT NULL,
    beyond          INT            NOT NULL,
    mapping_version INT            NOT NULL,
    made_at         DATETIME2(6)   NOT NULL,
    started_at      DATETIME2(6),
    ended_at        DATETIME2(6),
    revision        INT            NOT NULL,
    CONSTRAINT pk_desk_bulk PRIMARY KEY (id)
);
CREATE INDEX ix_desk_bulk_state ON desk_bulk (state, id);

CREATE TABLE desk_bulk_item (
    id           BIGINT         NOT NULL,
    bulk_id      BIGINT         NOT NULL,
    exception_id BIGINT         NOT NULL,
    edition      INT            NOT NULL,
    amount       DECIMAL(19,4)  NOT NULL,
    currency     VARCHAR(3)     NOT NULL,
    obstacle     NVARCHAR(400)  NOT NULL,
    fate         VARCHAR(12)    NOT NULL,
    words        NVARCHAR(1000) NOT NULL,
    done_at      DATETIME2(6),
    CONSTRAINT pk_desk_bulk_item PRIMARY KEY (id)
);
CREATE INDEX ix_desk_bulk_item_fate ON desk_bulk_item (bulk_id, fate, id);
