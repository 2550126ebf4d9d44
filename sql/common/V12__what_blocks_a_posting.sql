-- What keeps an unfinished posting from going out on the other side: a lock, or what it is parked for. Since when, however often it was
-- tried since; how often; and who holds the lock, as far as the other side says. Of what is locked already the next try begins to count.
ALTER TABLE posting_queue ADD blocked_as VARCHAR(12);
ALTER TABLE posting_queue ADD blocked_since DATETIME2(6);
ALTER TABLE posting_queue ADD blocked_tries INT DEFAULT 0 NOT NULL;
ALTER TABLE posting_queue ADD blocked_by NVARCHAR(200);
-- A person has given it up while it was being sent: it is given up as soon as that has failed.
ALTER TABLE posting_queue ADD give_up NVARCHAR(1000);
CREATE INDEX ix_posting_queue_blocked ON posting_queue (blocked_as, blocked_since);
CREATE INDEX ix_posting_queue_waits_for ON posting_queue (waits_for);
