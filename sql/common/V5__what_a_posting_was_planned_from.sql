-- Which document of the source a posting was planned from: while a newer version of it waits for its plan, nothing is sent.
ALTER TABLE posting ADD document_kind VARCHAR(20) DEFAULT 'order' NOT NULL;
ALTER TABLE posting ADD document_key VARCHAR(60) DEFAULT '' NOT NULL;
-- Raised with each plan: a worker that claimed an earlier one sends nothing.
ALTER TABLE posting ADD plan_number INT DEFAULT 1 NOT NULL;
-- How often the other side was asked in vain; a person is told after some of them.
ALTER TABLE posting_queue ADD looks INT DEFAULT 0 NOT NULL;
