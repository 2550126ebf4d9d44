-- Whether what an exception tells of was seen to be over: then the same words open it again, whoever had closed it.
ALTER TABLE business_exception ADD cause_gone BIT DEFAULT 0 NOT NULL;

-- The orders of a day, read back and compared.
CREATE INDEX ix_posting_business_date ON posting (kind, business_date, state, id);
