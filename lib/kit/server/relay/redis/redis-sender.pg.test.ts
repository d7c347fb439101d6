import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Broker } from '../../../testing/brokers/broker'
import { askRedis, createRedis, redisEntries } from '../../../testing/brokers/redis'
import { messageOf, messagesOf, sendAll } from '../../../testing/relay-messages'
import type { Held, RelayMessage, Sender } from '../sender'
import { parseTargets, type RedisTarget } from '../target'
import { createRedisSender } from './redis-sender'

let redis: Broker
const senders: Sender[] = []
beforeAll(async () => {
  redis = await createRedis()
  await redis.start()
})
afterAll(async () => {
  await Promise.all(senders.map((sender) => sender.close()))
  await redis.close()
})

const senderTo = (
  stream: string,
  over: Partial<RedisTarget> = {},
  onOpened: (held: Held) => Promise<void> = async () => undefined,
) => {
  const [target] = parseTargets(JSON.stringify({ one: { type: 'redis', url: redis.url, stream, ...over } }))
  const sender = createRedisSender(target as RedisTarget, 'test', onOpened)
  senders.push(sender)
  return sender
}

const ids = async (stream: string) => (await redisEntries(redis.url, stream)).map(({ id }) => id)
const idsOf = (messages: readonly RelayMessage[]) => messages.map(({ eventId }) => eventId)

describe('a Redis stream', () => {
  it('keeps events in the order of the log, each with its id, its type and the CloudEvent', async () => {
    const sender = senderTo('order')
    const all = messagesOf(30, 20)
    expect(new Set((await sendAll(sender, all)).values())).toEqual(new Set(['sent']))
    const entries = await redisEntries(redis.url, 'order')
    expect(entries.map(({ id }) => id)).toEqual(idsOf(all))
    expect(entries[0]).toEqual({ id: 'n0-1', type: 'NoteWritten', event: all[0]?.body })
    expect(sender.held()).toMatchObject({ sequence: 600, highest: 600 })
  })

  it('has nothing twice, whoever sends it again, but for what is sent again on purpose', async () => {
    const all = messagesOf(3, 4)
    await sendAll(senderTo('twice'), all.slice(0, 7))
    const sender = senderTo('twice')
    await sendAll(sender, all)
    expect(await ids('twice')).toEqual(idsOf(all))
    await sendAll(sender, all.slice(0, 1), { isAgain: true })
    expect(await ids('twice')).toEqual([...idsOf(all), 'n0-1'])
    await sendAll(sender, all)
    expect(await ids('twice')).toHaveLength(13)
  })

  it('takes what waited, after what comes later in the log', async () => {
    const sender = senderTo('late')
    await sendAll(sender, [messageOf('a', 1, 1), messageOf('b', 1, 3)])
    await sendAll(sender, [messageOf('a', 2, 2)])
    expect(await ids('late')).toEqual(['a-1', 'b-1', 'a-2'])
    expect(sender.held()).toMatchObject({ sequence: 3, highest: 3 })
  })

  it('keeps about as many as it should, and remembers the others', async () => {
    const sender = senderTo('short', { maxLength: 100 })
    const all = messagesOf(10, 100)
    await sendAll(sender, all)
    await sendAll(sender, all)
    const kept = await ids('short')
    expect(kept.length).toBeGreaterThanOrEqual(100)
    expect(kept.length).toBeLessThan(400)
    expect(kept).toEqual(idsOf(all).slice(-kept.length))
  })

  it('says what it has to whoever connects; without the stream the marks count for nothing', async () => {
    const heard: Held[] = []
    const note = async (held: Held) => void heard.push(held)
    await sendAll(senderTo('marks', {}, note), messagesOf(2, 2))
    await senderTo('marks', {}, note).open()
    await askRedis(redis.url, (client) => client.del('marks'))
    const sender = senderTo('marks', {}, note)
    await sendAll(sender, messagesOf(2, 2))
    expect(heard).toEqual([
      { incarnation: '', sequence: 0, highest: 0 },
      { incarnation: expect.stringMatching(/./), sequence: 4, highest: 4 },
      { incarnation: '', sequence: 0, highest: 0 },
    ])
    expect(sender.held()?.incarnation).not.toBe(heard[1]?.incarnation)
    expect(await ids('marks')).toHaveLength(4)
  })

  it('that can not take anything is away, and what it took of it is there once', async () => {
    await askRedis(redis.url, (client) => client.set('busy', 'no stream'))
    const sender = senderTo('busy')
    await expect(sendAll(sender, messagesOf(1, 2))).rejects.toMatchObject({ name: 'TargetAway' })
    await askRedis(redis.url, (client) => client.del('busy'))
    await sendAll(sender, messagesOf(1, 2))
    expect(await ids('busy')).toEqual(['n0-1', 'n0-2'])
  })

  it('is away while it is down or hangs, and goes on when it is back', { timeout: 30_000 }, async () => {
    const sender = senderTo('down')
    const all = messagesOf(4, 5)
    await sendAll(sender, all.slice(0, 8))
    await redis.kill()
    await expect(sendAll(sender, all.slice(8))).rejects.toMatchObject({ name: 'TargetAway' })
    await redis.start()
    await sendAll(sender, all.slice(8, 12))
    await redis.freeze()
    try {
      await expect(sendAll(sender, all.slice(12))).rejects.toMatchObject({ name: 'TargetAway' })
    } finally {
      redis.thaw()
    }
    await sendAll(sender, all)
    expect(await ids('down')).toEqual(idsOf(all))
  })
})
