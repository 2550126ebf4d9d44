-- The exchange rate with which Sage 200 holds an entry of a customer account, as it states it; empty until reconcile has read it.
ALTER TABLE open_item ADD exchange_rate DECIMAL(18, 6);
