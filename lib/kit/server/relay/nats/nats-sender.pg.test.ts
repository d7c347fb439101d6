import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Broker } from '../../../testing/brokers/broker'
import { askNats, createNats, natsMessages } from '../../../testing/brokers/nats'
import { isInOrder, messageOf, messagesOf, sendAll } from '../../../testing/relay-messages'
import type { Held, RelayMessage, Sender } from '../sender'
import { type NatsTarget, parseTargets } from '../target'
import { createNatsSender } from './nats-sender'

let nats: Broker
const senders: Sender[] = []
beforeAll(async () => {
  nats = await createNats()
  await nats.start()
})
afterAll(async () => {
  await Promise.all(senders.map((sender) => sender.close()))
  await nats.close()
})

const targetOf = (stream: string): NatsTarget => {
  const target = { type: 'nats', servers: [nats.url], stream, subject: `of.${stream}` }
  return parseTargets(JSON.stringify({ one: target }))[0] as NatsTarget
}

const senderTo = (stream: string, onOpened: (held: Held) => Promise<void> = async () => undefined) => {
  const sender = createNatsSender(targetOf(stream), 'test', onOpened)
  senders.push(sender)
  return sender
}

const ids = async (stream: string) => (await natsMessages(nats.url, stream)).map(({ id }) => id)
const idsOf = (messages: readonly RelayMessage[]) => messages.map(({ eventId }) => eventId)

describe('a JetStream target', () => {
  it('keeps events in the order of the log, each under its subject with its id', async () => {
    const sender = senderTo('ORDER')
    const all = messagesOf(20, 20)
    expect(new Set((await sendAll(sender, all)).values())).toEqual(new Set(['sent']))
    const messages = await natsMessages(nats.url, 'ORDER')
    expect(messages.map(({ id }) => id)).toEqual(idsOf(all))
    expect(messages[0]).toEqual({
      subject: 'of.ORDER.notebook.n0.NoteWritten',
      id: 'n0-1',
      contentType: 'application/cloudevents+json',
      event: JSON.parse(all[0]?.body ?? ''),
    })
    expect(sender.held()).toMatchObject({ sequence: 400, highest: 400 })
  })

  it('says what it has to whoever connects, before anything is sent', async () => {
    const heard: Held[] = []
    const note = async (held: Held) => void heard.push(held)
    await sendAll(senderTo('HELD', note), messagesOf(2, 2))
    const again = senderTo('HELD', note)
    await again.open()
    await again.open()
    expect(heard).toEqual([
      { incarnation: heard[1]?.incarnation, sequence: 0, highest: 0 },
      { incarnation: expect.stringMatching(/^20/), sequence: 4, highest: 4 },
    ])
  })

  it('is sent nothing where that is not as it should be', async () => {
    const sender = senderTo('REFUSED', async () => {
      throw new Error('It lost something')
    })
    await expect(sendAll(sender, messagesOf(1, 1))).rejects.toThrow('It lost something')
    expect(await ids('REFUSED')).toEqual([])
  })

  it('has nothing twice, whoever sends it again, however late', async () => {
    const all = messagesOf(5, 4)
    await sendAll(senderTo('TWICE'), all.slice(0, 12))
    // The server itself forgets ids after a while.
    await askNats(nats.url, (manager) => manager.streams.update('TWICE', { duplicate_window: 100_000_000 }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(new Set((await sendAll(senderTo('TWICE'), all)).values())).toEqual(new Set(['sent']))
    expect(await ids('TWICE')).toEqual(idsOf(all))
  })

  it('takes what waited, after what comes later in the log', async () => {
    const sender = senderTo('LATE')
    await sendAll(sender, [messageOf('a', 1, 1), messageOf('b', 1, 3)])
    await sendAll(sender, [messageOf('a', 2, 2)])
    await sendAll(sender, [messageOf('a', 2, 2)])
    expect(await ids('LATE')).toEqual(['a-1', 'b-1', 'a-2'])
    expect(sender.held()).toMatchObject({ sequence: 3, highest: 3 })
  })

  it('refuses what is too large, which holds its stream and no other', async () => {
    await askNats(nats.url, (manager) =>
      manager.streams.add({ name: 'SMALL', subjects: ['of.SMALL.>'], max_msg_size: 4_000 }),
    )
    const large = messageOf('a', 2, 3, { body: JSON.stringify({ text: 'x'.repeat(4_000) }) })
    const all = [
      messageOf('a', 1, 1),
      messageOf('b', 1, 2),
      large,
      messageOf('b', 2, 4),
      messageOf('a', 3, 5),
    ]
    expect(Object.fromEntries(await sendAll(senderTo('SMALL'), all))).toEqual({
      'a-1': 'sent',
      'a-2': 'refused',
      'a-3': 'held',
      'b-1': 'sent',
      'b-2': 'sent',
    })
    expect(await ids('SMALL')).toEqual(['a-1', 'b-1', 'b-2'])
  })

  it('stores nothing of who is behind: another has sent meanwhile', async () => {
    const one = senderTo('FENCE')
    const all = messagesOf(2, 3)
    await sendAll(one, all.slice(0, 2))
    await sendAll(senderTo('FENCE'), all.slice(2, 4))
    await expect(sendAll(one, all.slice(4))).rejects.toMatchObject({ name: 'TargetAway' })
    expect(await ids('FENCE')).toEqual(idsOf(all.slice(0, 4)))
    await sendAll(one, all.slice(2))
    expect(await ids('FENCE')).toEqual(idsOf(all))
  })

  it('is away while it is down, and goes on with what it has when it is back', async () => {
    const sender = senderTo('DOWN')
    const all = messagesOf(4, 5)
    await sendAll(sender, all.slice(0, 8))
    await nats.kill()
    await expect(sendAll(sender, all.slice(8))).rejects.toMatchObject({ name: 'TargetAway' })
    await expect(sender.open()).rejects.toMatchObject({ name: 'TargetAway' })
    await nats.start()
    await sendAll(sender, all)
    expect(await ids('DOWN')).toEqual(idsOf(all))
    const arrived = (await ids('DOWN')).map((id) => all.find(({ eventId }) => eventId === id) as RelayMessage)
    expect(isInOrder(arrived)).toBe(true)
  })

  it('is away while it hangs, and nobody waits for ever', { timeout: 20_000 }, async () => {
    const sender = senderTo('HANGS')
    await sendAll(sender, messagesOf(1, 1))
    await nats.freeze()
    try {
      await expect(sendAll(sender, [messageOf('n0', 2, 2)])).rejects.toMatchObject({ name: 'TargetAway' })
    } finally {
      nats.thaw()
    }
    await sendAll(sender, messagesOf(1, 2))
    expect(await ids('HANGS')).toEqual(['n0-1', 'n0-2'])
  })

  it('that lost its data says that it is another', async () => {
    const heard: Held[] = []
    const sender = senderTo('WIPED', async (held) => void heard.push(held))
    await sendAll(sender, messagesOf(2, 2))
    await nats.kill()
    await nats.wipe()
    await nats.start()
    await sendAll(sender, messagesOf(2, 2)).catch(() => sendAll(sender, messagesOf(2, 2)))
    expect(heard.at(-1)).toMatchObject({ sequence: 0, highest: 0 })
    expect(heard.at(-1)?.incarnation).not.toBe(heard[0]?.incarnation)
    expect(await ids('WIPED')).toHaveLength(4)
  })
})
