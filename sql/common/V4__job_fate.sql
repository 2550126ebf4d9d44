-- Runs that did not end by themselves: who asked them to stop, or what recovery made of them after their process died.
CREATE TABLE job_fate (
    execution_id BIGINT       NOT NULL,
    fate         VARCHAR(12)  NOT NULL,
    decided_at   DATETIME2(6) NOT NULL,
    CONSTRAINT pk_job_fate PRIMARY KEY (execution_id)
);
CREATE INDEX ix_job_fate ON job_fate (fate, execution_id);
