-- Whether a password was chosen by somebody else, so that its owner must choose another before anything else; and whose account it is at the
-- company's sign-in (OpenID Connect), empty where it has a password here.
ALTER TABLE console_user ADD must_change BIT DEFAULT 0 NOT NULL;
ALTER TABLE console_user ADD provider_subject NVARCHAR(400) DEFAULT '' NOT NULL;

-- Wrong passwords of late, counted by account and address, and by address alone; for all nodes, also after a restart.
CREATE TABLE sign_in_failure (
    failure_key VARCHAR(64)  NOT NULL,
    name        NVARCHAR(80) NOT NULL,
    address     NVARCHAR(60) NOT NULL,
    first_at    DATETIME2(6) NOT NULL,
    failures    INT          NOT NULL,
    CONSTRAINT pk_sign_in_failure PRIMARY KEY (failure_key)
);
CREATE INDEX ix_sign_in_failure_name ON sign_in_failure (name);
CREATE INDEX ix_sign_in_failure_first ON sign_in_failure (first_at);

-- Browsers that are at the company's sign-in: what was asked for there, good once and for minutes.
CREATE TABLE sign_in_attempt (
    state_hash   VARCHAR(64)    NOT NULL,
    browser_hash VARCHAR(64)    NOT NULL,
    nonce        VARCHAR(64)    NOT NULL,
    verifier     VARCHAR(64)    NOT NULL,
    wanted       NVARCHAR(1000) NOT NULL,
    begun_at     DATETIME2(6)   NOT NULL,
    CONSTRAINT pk_sign_in_attempt PRIMARY KEY (state_hash)
);
CREATE INDEX ix_sign_in_attempt_begun ON sign_in_attempt (begun_at);
