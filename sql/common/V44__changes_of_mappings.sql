-- What somebody is changing of one mapping file: kept until it is saved or thrown away. Without content the file is to be removed.
CREATE TABLE mapping_draft (
    id         NVARCHAR(130) NOT NULL,
    person     NVARCHAR(80)  NOT NULL,
    file_name  VARCHAR(40)   NOT NULL,
    base       INT           NOT NULL,
    same_as    INT,
    content    NVARCHAR(MAX),
    changed_at DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_mapping_draft PRIMARY KEY (id)
);
CREATE INDEX ix_mapping_draft_person ON mapping_draft (person);

-- A change that waits for a second person, or did: kept for ever, with its words.
CREATE TABLE mapping_proposal (
    id           BIGINT        NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    base         INT           NOT NULL,
    same_as      INT,
    proposed_by  NVARCHAR(80)  NOT NULL,
    proposed_at  DATETIME2(6)  NOT NULL,
    note         NVARCHAR(800) NOT NULL,
    decided_by   NVARCHAR(80),
    decided_at   DATETIME2(6),
    words        NVARCHAR(800),
    made_version INT,
    CONSTRAINT pk_mapping_proposal PRIMARY KEY (id)
);
CREATE INDEX ix_mapping_proposal_state ON mapping_proposal (state, id);
CREATE INDEX ix_mapping_proposal_version ON mapping_proposal (made_version);

CREATE TABLE mapping_proposal_file (
    proposal  BIGINT      NOT NULL,
    file_name VARCHAR(40) NOT NULL,
    content   NVARCHAR(MAX),
    CONSTRAINT pk_mapping_proposal_file PRIMARY KEY (proposal, file_name)
);

-- What a change would do to the documents of some days, by a hash of the change and the days; worked out again when asked for again.
CREATE TABLE mapping_impact (
    id         VARCHAR(64)  NOT NULL,
    state      VARCHAR(12)  NOT NULL,
    started_at DATETIME2(6) NOT NULL,
    seen_at    DATETIME2(6) NOT NULL,
    looked     INT          NOT NULL,
    result     NVARCHAR(MAX),
    CONSTRAINT pk_mapping_impact PRIMARY KEY (id)
);
CREATE INDEX ix_mapping_impact_started ON mapping_impact (started_at);

-- What a Sage company held when it was last read for the check of the mappings, in parts of a length that every database keeps.
CREATE TABLE sage_known (
    id      VARCHAR(60)   NOT NULL,
    company VARCHAR(20)   NOT NULL,
    part    INT           NOT NULL,
    read_at DATETIME2(6)  NOT NULL,
    content NVARCHAR(MAX) NOT NULL,
    CONSTRAINT pk_sage_known PRIMARY KEY (id)
);
CREATE INDEX ix_sage_known_company ON sage_known (company, part);
