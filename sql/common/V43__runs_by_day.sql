-- The runs of a job by day, and which documents were sent while a run worked: what the console asks for.
CREATE INDEX ix_job_run_started ON job_run (job, started_at);
CREATE INDEX ix_posting_attempt_started ON posting_attempt (started_at);
