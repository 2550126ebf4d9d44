-- What has changed at the desk since somebody last looked.
CREATE INDEX ix_business_exception_news ON business_exception (changed_at, id);

-- One row for each cause that was found to be told, however many exceptions it has.
CREATE TABLE alert_cause (
    id            BIGINT        NOT NULL,
    cause         VARCHAR(200)  NOT NULL,
    kind          VARCHAR(40)   NOT NULL,
    owner         VARCHAR(12)   NOT NULL,
    headline      NVARCHAR(400) NOT NULL,
    example_id    BIGINT        NOT NULL,
    is_due        BIT           NOT NULL,
    open_count    INT           NOT NULL,
    occasion      INT           NOT NULL,
    told_count    INT           NOT NULL,
    told_severity VARCHAR(10),
    told_at       DATETIME2(6),
    begun_at      DATETIME2(6)  NOT NULL,
    over_at       DATETIME2(6),
    revision      INT           NOT NULL,
    CONSTRAINT pk_alert_cause PRIMARY KEY (id),
    CONSTRAINT uq_alert_cause UNIQUE (cause)
);
CREATE INDEX ix_alert_cause_due ON alert_cause (is_due, id);

-- To which cause an exception belongs, as it was last seen: so that a cause is counted without being read again.
CREATE TABLE alert_member (
    exception_id BIGINT        NOT NULL,
    cause_id     BIGINT        NOT NULL,
    seen         INT           NOT NULL,
    severity     VARCHAR(10)   NOT NULL,
    amount       DECIMAL(19,4) NOT NULL,
    currency     VARCHAR(3)    NOT NULL,
    is_open      BIT           NOT NULL,
    changed_at   DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_alert_member PRIMARY KEY (exception_id)
);
CREATE INDEX ix_alert_member_cause ON alert_member (cause_id, is_open, severity);
CREATE INDEX ix_alert_member_changed ON alert_member (changed_at);

-- What is to be told, to whom; written in the transaction that found it, and sent outside of any.
CREATE TABLE alert_message (
    id         BIGINT        NOT NULL,
    once       VARCHAR(240)  NOT NULL,
    channel    VARCHAR(60)   NOT NULL,
    recipient  NVARCHAR(200) NOT NULL,
    purpose    VARCHAR(10)   NOT NULL,
    cause_id   BIGINT,
    severity   VARCHAR(10)   NOT NULL,
    title      NVARCHAR(200) NOT NULL,
    body       NVARCHAR(MAX) NOT NULL,
    link       VARCHAR(400)  NOT NULL,
    state      VARCHAR(10)   NOT NULL,
    attempts   INT           NOT NULL,
    not_before DATETIME2(6)  NOT NULL,
    created_at DATETIME2(6)  NOT NULL,
    ended_at   DATETIME2(6),
    error      NVARCHAR(400),
    revision   INT           NOT NULL,
    CONSTRAINT pk_alert_message PRIMARY KEY (id),
    CONSTRAINT uq_alert_message UNIQUE (once)
);
CREATE INDEX ix_alert_message_due ON alert_message (state, not_before, id);
CREATE INDEX ix_alert_message_ended ON alert_message (ended_at);
CREATE INDEX ix_alert_message_cause ON alert_message (cause_id);

-- How each channel fares.
CREATE TABLE alert_channel (
    name          VARCHAR(60)  NOT NULL,
    sent_at       DATETIME2(6),
    failed_at     DATETIME2(6),
    failing_since DATETIME2(6),
    error         NVARCHAR(400),
    CONSTRAINT pk_alert_channel PRIMARY KEY (name)
);

-- How much each feed brought in each hour, and when it last brought anything: counted as it comes, never over history.
CREATE TABLE feed (
    name     NVARCHAR(80) NOT NULL,
    known_at DATETIME2(6) NOT NULL,
    seen_at  DATETIME2(6),
    CONSTRAINT pk_feed PRIMARY KEY (name)
);
CREATE TABLE feed_hour (
    feed    NVARCHAR(80) NOT NULL,
    hour_at DATETIME2(6) NOT NULL,
    counted INT          NOT NULL,
    CONSTRAINT pk_feed_hour PRIMARY KEY (feed, hour_at)
);
