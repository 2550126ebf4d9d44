-- What both sides hold of each field of the catalogue that Sage 200 owns, as they were last compared.
-- agreed is what both held then or before: what Centra holds otherwise than agreed, somebody changed there.
CREATE TABLE catalogue_value (
    id           BIGINT        NOT NULL,
    company      VARCHAR(10)   NOT NULL,
    field        VARCHAR(20)   NOT NULL,
    object_id    BIGINT        NOT NULL,
    pricelist    BIGINT        NOT NULL,
    label        NVARCHAR(100) NOT NULL,
    sage_value   NVARCHAR(200) NOT NULL,
    centra_value NVARCHAR(200) NOT NULL,
    agreed       NVARCHAR(200) NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    note         NVARCHAR(500) NOT NULL,
    overwrite    BIT           NOT NULL,
    changed_at   DATETIME2(6)  NOT NULL,
    seen_at      DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_catalogue_value PRIMARY KEY (id),
    CONSTRAINT uq_catalogue_value UNIQUE (object_id, field, pricelist, company)
);
CREATE INDEX ix_catalogue_value_state ON catalogue_value (company, state, id);
CREATE INDEX ix_catalogue_value_label ON catalogue_value (label);
CREATE INDEX ix_catalogue_value_seen ON catalogue_value (company, seen_at);
