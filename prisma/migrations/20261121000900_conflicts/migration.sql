-- Conflicts are few among what commands were answered, and are looked for by cart.
CREATE INDEX commands_conflicts_idx ON commands (stream_type, stream_id) WHERE outcome ->> 'type' = 'conflict';
