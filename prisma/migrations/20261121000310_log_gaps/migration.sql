-- Positions that nobody was given: before they were numbered from `log_head` a sequence gave them, which
-- leaves some out when a transaction fails or the database crashes. What is missing later was removed.
CREATE TABLE log_gaps (
  first_position bigint PRIMARY KEY,
  last_position  bigint NOT NULL
);
INSERT INTO log_gaps (first_position, last_position)
SELECT previous + 1, position - 1
FROM (SELECT position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS previous FROM events) AS steps
WHERE position > previous + 1;

GRANT SELECT ON log_gaps TO hindsight_app;
