-- Of batches that were finished before V27, those that carry something are read back. What the others have gained or lost by exchange rates is told
-- once, as a difference. A script of its own: SQL Server does not see a column in the batch of statements that adds it.
UPDATE settlement_batch SET is_valued = 1 WHERE state = 'SETTLED' AND carried = 0;
