-- What was read before the last send, as whoever sends it wrote it down: empty where the key alone tells everything.
ALTER TABLE posting ADD read_before NVARCHAR(MAX);

-- The postings of one business object: an order with its shipments.
CREATE INDEX ix_posting_object ON posting (object_key);

-- Under whose key the personal data of a source document lies, such as C10234; empty of what was staged before, which are orders.
ALTER TABLE staged_document ADD subject VARCHAR(60);
CREATE INDEX ix_staged_document_subject ON staged_document (subject, kind);
