-- Refunds without a return are found in the payments that were staged since the last look.
CREATE INDEX ix_staged_document_staged ON staged_document (kind, staged_at);
