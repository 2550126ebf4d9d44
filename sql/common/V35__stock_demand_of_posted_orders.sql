-- Of an order in Sage 200, what it asks for beyond what Sage was told of; and the version of the order that a row is of.
ALTER TABLE stock_demand ADD beyond BIT DEFAULT 0 NOT NULL;
ALTER TABLE stock_demand ADD version INT DEFAULT 0 NOT NULL;

-- Up to which version a person has brought an order in Sage 200 to what it is in Centra, where that is not what was posted.
CREATE TABLE stock_agreed (
    order_number VARCHAR(60) NOT NULL,
    version      INT         NOT NULL,
    CONSTRAINT pk_stock_agreed PRIMARY KEY (order_number)
);
INSERT INTO stock_agreed (order_number, version)
SELECT p.source_key, MAX(s.version)
FROM posting p
JOIN business_exception e ON e.posting_id = p.id AND e.kind = 'CHANGED_AFTER_POSTING' AND e.state = 'RESOLVED'
JOIN staged_document s ON s.kind = 'order' AND s.source_key = p.source_key AND s.state = 'PLANNED'
WHERE p.kind = 'ORDER'
GROUP BY p.source_key;

-- What is in Sage 200, or will never be, was kept for ever.
DELETE FROM stock_demand WHERE EXISTS (
    SELECT 1 FROM posting p WHERE p.kind = 'ORDER' AND p.source_key = stock_demand.order_number
    AND (p.state IN ('POSTED', 'REVERSED', 'ABANDONED') OR stock_demand.has_left = 1 AND p.state = 'SKIPPED'));
