-- Which companies anything was posted to is asked by every run that reads Sage: a few rows of an index, however many postings there are.
CREATE INDEX ix_posting_company ON posting (company, kind, state, business_date);
