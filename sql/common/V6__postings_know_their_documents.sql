-- Until now each posting was an order, planned from the document of the same key. A script of its own, because SQL Server
-- reads a script whole before it runs it, and would not know the new columns.
UPDATE posting SET document_key = source_key WHERE document_key = '';
