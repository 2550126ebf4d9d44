-- The versions of the mappings. A row is written once and never changed: to go back is to make a new version of the old content.
CREATE TABLE mapping_version (
    number       INT           NOT NULL,
    content_hash VARCHAR(64)   NOT NULL,
    origin       VARCHAR(12)   NOT NULL,
    same_as      INT,
    made_by      NVARCHAR(80)  NOT NULL,
    made_at      DATETIME2(6)  NOT NULL,
    note         NVARCHAR(800) NOT NULL,
    CONSTRAINT pk_mapping_version PRIMARY KEY (number)
);
CREATE INDEX ix_mapping_version_origin ON mapping_version (origin, number);

-- Which text each file of a version has. What a version leaves as it was is kept once.
CREATE TABLE mapping_file (
    version   INT         NOT NULL,
    file_name VARCHAR(40) NOT NULL,
    text_hash VARCHAR(64) NOT NULL,
    CONSTRAINT pk_mapping_file PRIMARY KEY (version, file_name)
);
CREATE TABLE mapping_text (
    hash    VARCHAR(64)   NOT NULL,
    content NVARCHAR(MAX) NOT NULL,
    CONSTRAINT pk_mapping_text PRIMARY KEY (hash)
);
