-- What is for another company already, and the totals of all that is at rest.
UPDATE posting SET counts_elsewhere = 1
WHERE state = 'SKIPPED' AND EXISTS (
    SELECT 1 FROM posting o
    WHERE o.source_key = posting.source_key AND o.kind = posting.kind AND o.company <> posting.company
    AND (o.state <> 'SKIPPED' OR o.id > posting.id));

-- Below zero: the sequence, from which all others have theirs, never gives these out.
INSERT INTO posting_total (id, kind, state, company, currency, elsewhere, postings, amount)
SELECT -MIN(id), kind, state, company, currency, counts_elsewhere, COUNT(*), SUM(amount)
FROM posting
WHERE state IN ('POSTED', 'SKIPPED', 'ABANDONED', 'REVERSED', 'HELD', 'REFUSED')
GROUP BY kind, state, company, currency, counts_elsewhere;
