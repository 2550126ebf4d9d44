-- The VAT that a plan means the other side to arrive at: compared with its answer, and known after the order was erased.
-- Null for what is held or skipped, and for what was planned before this version.
ALTER TABLE posting ADD vat DECIMAL(19,4);

-- People look for postings by the number that Sage shows.
CREATE INDEX ix_posting_target ON posting (target_number);
