-- When reading of this version began, by this database's clock: what was read before it never takes its place. Null of what was staged
-- before this was kept.
ALTER TABLE staged_document ADD read_at DATETIME2(6);
