-- The processes that share this store: each says every few seconds that it is alive.
CREATE TABLE node (
    name       VARCHAR(60)   NOT NULL,
    boot       VARCHAR(8)    NOT NULL,
    address    NVARCHAR(120) NOT NULL,
    started_at DATETIME2(6)  NOT NULL,
    seen_at    DATETIME2(6)  NOT NULL,
    CONSTRAINT pk_node PRIMARY KEY (name)
);

-- By which version of the mappings a start of a job began to plan: its restarts go on by the same one.
CREATE TABLE job_mappings (
    instance_id BIGINT NOT NULL,
    version     INT    NOT NULL,
    CONSTRAINT pk_job_mappings PRIMARY KEY (instance_id)
);
