-- What a backfill asked for goes out behind everything else: 0 is today's trade, 1 is a backfill.
ALTER TABLE posting ADD priority INT DEFAULT 0 NOT NULL;
ALTER TABLE posting_queue ADD priority INT DEFAULT 0 NOT NULL;
CREATE INDEX ix_posting_queue_next ON posting_queue (purpose, priority, not_before, object_key);
-- The latest versions of a page of documents, by key alone: H2 cannot look up a list of keys behind another column.
CREATE INDEX ix_staged_document_source ON staged_document (source_key, version);
