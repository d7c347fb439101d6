-- A cart's lines are told apart by product and price since now, so carts may come to other totals: they are listed anew
-- from the log. Quantities and what was charged are as they were.
TRUNCATE carts;
DELETE FROM subscriptions WHERE name = 'carts';
