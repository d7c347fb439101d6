/**
 * Adds entries to a Redis stream, each of which says what of which stream of ours it is, unless that stream has come as far
 * already: nothing is kept twice, however often it is sent. The marks beside the stream (how far each stream of ours has come, and
 * how far all of it) go where the stream goes: without it they count for nothing.
 *
 * KEYS: the stream, the marks. ARGV: an incarnation in case it begins here, how many entries are kept (0 for all), 1 to add what
 * is there already; then for each entry stream, version, position, id, type, event.
 */
export const addScript = `
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('DEL', KEYS[2]) end
redis.call('HSETNX', KEYS[2], 'incarnation', ARGV[1])
local most, again = tonumber(ARGV[2]), ARGV[3] == '1'
local highest = tonumber(redis.call('HGET', KEYS[2], 'highest') or '0')
local added = 0
for i = 4, #ARGV, 6 do
  local mark = 'stream:' .. ARGV[i]
  local version, position = tonumber(ARGV[i + 1]), tonumber(ARGV[i + 2])
  local reached = tonumber(redis.call('HGET', KEYS[2], mark) or '0')
  if again or version > reached then
    local entry = { 'id', ARGV[i + 3], 'type', ARGV[i + 4], 'event', ARGV[i + 5] }
    if most > 0 then
      redis.call('XADD', KEYS[1], 'MAXLEN', '~', most, '*', unpack(entry))
    else
      redis.call('XADD', KEYS[1], '*', unpack(entry))
    end
    added = added + 1
  end
  if version > reached then redis.call('HSET', KEYS[2], mark, version) end
  if position > highest then
    highest = position
    redis.call('HSET', KEYS[2], 'highest', ARGV[i + 2])
  end
end
local sequence = redis.call('HINCRBY', KEYS[2], 'sequence', added)
return { redis.call('HGET', KEYS[2], 'incarnation'), tostring(sequence), redis.call('HGET', KEYS[2], 'highest') or '0' }
`

/** What the marks say: the same answer, and nothing is added. Nothing where there is no stream. */
export const lookScript = `
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
local marks = redis.call('HMGET', KEYS[2], 'incarnation', 'sequence', 'highest')
return { marks[1] or '', marks[2] or '0', marks[3] or '0' }
`
