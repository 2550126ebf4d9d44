-- What is settled of late is held against Sage each night; what is open is found by its own index.
CREATE INDEX ix_open_item_day ON open_item (document_date, id);
