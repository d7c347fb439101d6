-- A customer's accounts are listed out of the summary, newest first.
CREATE INDEX account_summary_owner_idx ON read_models.account_summary (owner, opened_position);
