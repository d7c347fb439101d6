import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HookReceiver, startHookReceiver } from '../../../testing/hook-receiver'
import { messageOf, messagesOf, sendAll } from '../../../testing/relay-messages'
import { freePort } from '../../postgres/cluster/port'
import type { SendResult } from '../sender'
import { parseTargets, type WebhookTarget } from '../target'
import { createWebhookSender } from './webhook-sender'

const secret = () => `whsec_${randomBytes(32).toString('base64')}`
const secrets = [secret(), secret()]

let receiver: HookReceiver
beforeEach(async () => {
  receiver = await startHookReceiver()
})
afterEach(() => receiver.close())

const senderTo = (over: Partial<WebhookTarget> = {}) => {
  const target = { type: 'webhook', url: receiver.url, secrets: secrets.slice(0, 1), timeoutMs: 500, ...over }
  const [parsed] = parseTargets(JSON.stringify({ partner: target }))
  return createWebhookSender(parsed as WebhookTarget, () => new Date())
}

const answerAll =
  (status: number, headers: Record<string, string> = {}) =>
  (
    _: unknown,
    response: { writeHead: (status: number, headers: Record<string, string>) => { end: () => void } },
  ) =>
    response.writeHead(status, headers).end()

describe('a webhook', () => {
  it('gets each event as a CloudEvent under its id, signed as Standard Webhooks verify it', async () => {
    const message = messageOf('n1', 1, 1)
    expect([...(await sendAll(senderTo(), [message]))]).toEqual([['n1-1', 'sent']])
    const [request] = receiver.asked
    expect(request).toMatchObject({
      path: '/hook',
      body: message.body,
      id: 'n1-1',
      headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
    })
    const headers = request?.headers as Record<string, string>
    expect(new Webhook(secrets[0] as string).verify(message.body, headers)).toEqual(JSON.parse(message.body))
    expect(() => new Webhook(secrets[1] as string).verify(message.body, headers)).toThrow(
      'No matching signature',
    )
    expect(() => new Webhook(secrets[0] as string).verify(`${message.body} `, headers)).toThrow('No matching')
  })

  it('is signed with both secrets while the receiver changes from one to the other', async () => {
    const message = messageOf('n1', 1, 1)
    await sendAll(senderTo({ secrets }), [message])
    const headers = receiver.asked[0]?.headers as Record<string, string>
    for (const each of secrets) expect(new Webhook(each).verify(message.body, headers)).toBeDefined()
  })

  it('is asked for one event of a stream after the other, and for several streams at a time', async () => {
    let underWay = 0
    let most = 0
    const streamsUnderWay = new Set<string>()
    let allAreHere = () => {}
    const allHere = new Promise<void>((resolve) => {
      allAreHere = resolve
    })
    receiver.answer(async ({ id }, response) => {
      const stream = id.split('-')[0] as string
      expect(streamsUnderWay.has(stream)).toBe(false)
      streamsUnderWay.add(stream)
      most = Math.max(most, ++underWay)
      if (underWay === 4) allAreHere()
      await allHere
      underWay--
      streamsUnderWay.delete(stream)
      response.writeHead(200).end('thanks')
    })
    const results = await sendAll(senderTo({ atOnce: 4 }), messagesOf(10, 5))
    expect(new Set(results.values())).toEqual(new Set(['sent']))
    expect(most).toBe(4)
    for (let stream = 0; stream < 10; stream++) {
      const ids = receiver.asked.map(({ id }) => id).filter((id) => id.startsWith(`n${stream}-`))
      expect(ids).toEqual([1, 2, 3, 4, 5].map((version) => `n${stream}-${version}`))
    }
  })
})

describe('an event that is refused', () => {
  it('holds those after it in its stream, and no others', async () => {
    receiver.answer(({ id }, response) => response.writeHead(id === 'n1-2' ? 422 : 200).end('It is odd'))
    const told: SendResult[] = []
    const results = await sendAll(senderTo(), messagesOf(3, 3))
    expect(Object.fromEntries(results)).toEqual({
      'n0-1': 'sent',
      'n0-2': 'sent',
      'n0-3': 'sent',
      'n1-1': 'sent',
      'n1-2': 'refused',
      'n1-3': 'held',
      'n2-1': 'sent',
      'n2-2': 'sent',
      'n2-3': 'sent',
    })
    await sendAll(senderTo(), [messageOf('n1', 2, 2)], { onResult: (_, result) => told.push(result) })
    expect(told).toMatchObject([{ type: 'refused', error: { message: 'It answered 422: It is odd' } }])
  })

  it.each([
    ['an error of its own', answerAll(500), 'It answered 500'],
    ['something that is not there', answerAll(404), 'It answered 404'],
    [
      'the way to elsewhere, which is not gone',
      answerAll(307, { location: 'http://127.0.0.1:1/' }),
      'not sent on',
    ],
    ['nothing in time', () => undefined, 'did not answer within 500 ms'],
    [
      'half an answer',
      (_: unknown, response: { socket: { destroy: () => void } }) => response.socket.destroy(),
      'failed',
    ],
  ])('is one that is answered with %s', async (_, answer, why) => {
    receiver.answer(answer as never)
    const told: SendResult[] = []
    await sendAll(senderTo(), [messageOf('n1', 1, 1)], { onResult: (_, result) => told.push(result) })
    expect(told).toMatchObject([{ type: 'refused', error: { message: expect.stringContaining(why) } }])
    const status = (answer as { length: number }).length
    expect(receiver.asked.length).toBeLessThanOrEqual(status > 0 ? 2 : 1)
  })

  it('leaves unread what is answered without end', async () => {
    receiver.answer((_, response) => {
      response.writeHead(500)
      const write = () => {
        while (response.write('x'.repeat(16_384)));
      }
      response.on('drain', write)
      write()
    })
    const told: SendResult[] = []
    await sendAll(senderTo(), [messageOf('n1', 1, 1)], { onResult: (_, result) => told.push(result) })
    expect(told).toMatchObject([
      { type: 'refused', error: { message: expect.stringMatching(/^It answered 500: x{300}$/) } },
    ])
  })
})

describe('a receiver', () => {
  const send = (over: Partial<WebhookTarget> = {}) => sendAll(senderTo(over), [messageOf('n1', 1, 1)])

  it('that nobody is at is away, and no message is at fault', async () => {
    await expect(send({ url: `http://127.0.0.1:${await freePort()}/hook` })).rejects.toMatchObject({
      name: 'TargetAway',
    })
  })

  it.each([429, 503])('that has too much to do (%s) is away as long as it says', async (status) => {
    receiver.answer(answerAll(status, { 'retry-after': '7' }))
    await expect(send()).rejects.toMatchObject({ name: 'TargetAway', retryAfterMs: 7_000 })
    receiver.answer(answerAll(status, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }))
    const error = await send().catch((error) => error)
    expect(error.retryAfterMs).toBeGreaterThan(50_000)
  })

  it('that wants no more is gone', async () => {
    receiver.answer(answerAll(410))
    await expect(send()).rejects.toMatchObject({ name: 'TargetGone' })
  })

  it('that refuses one stream after another is away, until it takes something', async () => {
    receiver.answer(answerAll(500))
    const sender = senderTo({ atOnce: 1 })
    const results = new Map<string, string>()
    const onResult: Parameters<typeof sendAll>[2] = {
      onResult: ({ eventId }, { type }) => results.set(eventId, type),
    }
    const all = messagesOf(8, 1)
    await expect(sendAll(sender, all, onResult)).rejects.toMatchObject({ name: 'TargetAway' })
    expect([...results.values()]).toEqual(Array(4).fill('refused'))
    await expect(sendAll(sender, all.slice(0, 1))).rejects.toMatchObject({ name: 'TargetAway' })
    receiver.answer()
    await sendAll(sender, all)
    receiver.answer(answerAll(500))
    expect([...(await sendAll(sender, all.slice(0, 4))).values()]).toEqual(Array(4).fill('refused'))
  })

  it('that finds fault with messages is not away, however many they are', async () => {
    receiver.answer(answerAll(422))
    expect(new Set((await sendAll(senderTo(), messagesOf(8, 1))).values())).toEqual(new Set(['refused']))
  })

  it('that hung up on an idle connection is asked over another', async () => {
    const sender = senderTo()
    await sendAll(sender, [messageOf('n1', 1, 1)])
    receiver.hangUpOnIdle()
    expect([...(await sendAll(sender, [messageOf('n1', 2, 2)])).values()]).toEqual(['sent'])
    expect(receiver.connections()).toBe(2)
  })

  it('is asked for nothing more once another may have taken over', async () => {
    const lost = new AbortController()
    receiver.answer((_, response) => {
      lost.abort()
      response.writeHead(200).end()
    })
    const results = new Map<string, string>()
    const options = {
      signal: lost.signal,
      onResult: ({ eventId }: { eventId: string }, { type }: SendResult) => results.set(eventId, type),
    }
    await expect(sendAll(senderTo({ atOnce: 1 }), messagesOf(3, 1), options as never)).rejects.toThrow()
    expect([...results]).toEqual([['n0-1', 'sent']])
    expect(receiver.asked).toHaveLength(1)
  })
})
