-- Which product of Centra's a value is of, so that what found no room in Centra's quota is read again by itself; since when it waits.
ALTER TABLE catalogue_value ADD product BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE catalogue_value ADD left_since DATETIME2(6);
CREATE INDEX ix_catalogue_value_due ON catalogue_value (company, state, product);

-- Products that are made in Centra. A row is written before the request leaves: what has no answer is looked for before it is sent again.
CREATE TABLE catalogue_creation (
    id         BIGINT        NOT NULL,
    company    VARCHAR(10)   NOT NULL,
    code       NVARCHAR(30)  NOT NULL,
    name       NVARCHAR(60)  NOT NULL,
    product    BIGINT        NOT NULL,
    state      VARCHAR(20)   NOT NULL,
    note       NVARCHAR(500) NOT NULL,
    changed_at DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_catalogue_creation PRIMARY KEY (id),
    CONSTRAINT uq_catalogue_creation UNIQUE (code)
);
