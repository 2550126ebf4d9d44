-- What people were told that a posted document has become at its source: the same again is told to nobody, whatever else the
-- source changes about it. Gone once it is again what was posted.
CREATE TABLE posting_change (
    posting_id BIGINT       NOT NULL,
    content    VARCHAR(64)  NOT NULL,
    told_at    DATETIME2(6) NOT NULL,
    CONSTRAINT pk_posting_change PRIMARY KEY (posting_id),
    CONSTRAINT fk_posting_change FOREIGN KEY (posting_id) REFERENCES posting (id)
);

-- Who was told before this version was told of something; of what, only the words say.
INSERT INTO posting_change (posting_id, content, told_at)
SELECT posting_id, 'told before', changed_at FROM business_exception
WHERE kind = 'CHANGED_AFTER_POSTING' AND posting_id IS NOT NULL;

-- Sage's numbers that Centra does not know yet: today's work, never history.
CREATE TABLE number_to_tell (
    posting_id BIGINT       NOT NULL,
    not_before DATETIME2(6) NOT NULL,
    tries      INT          NOT NULL,
    CONSTRAINT pk_number_to_tell PRIMARY KEY (posting_id),
    CONSTRAINT fk_number_to_tell FOREIGN KEY (posting_id) REFERENCES posting (id)
);
CREATE INDEX ix_number_to_tell_due ON number_to_tell (not_before, posting_id);
