import { Parser } from '@asyncapi/parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { messagesFromClient, messagesFromServer } from '../../../kit/wire/socket-messages'
import { shopEvents } from '../../wire/events/shop-events'
import { messagesDescription } from './messages-description'

const { document } = messagesDescription('https://shop.example')
const parser = new Parser()

const faultsOf = async (described: object) => {
  const { diagnostics } = await parser.parse(JSON.stringify(described))
  return diagnostics
    .filter(({ severity }) => severity === 0)
    .map(({ message, path }) => `${path.join('.')}: ${message}`)
}

describe('the AsyncAPI document', () => {
  let parsed: NonNullable<Awaited<ReturnType<typeof parser.parse>>['document']>
  beforeAll(async () => {
    const result = await parser.parse(JSON.stringify(document))
    expect(result.diagnostics.filter(({ severity }) => severity === 0)).toEqual([])
    parsed = result.document as typeof parsed
  })

  it('is read by their own parser', () => {
    expect(parsed.version()).toBe('3.0.0')
    expect(
      parsed
        .servers()
        .all()
        .map((server) => server.url()),
    ).toEqual(['wss://shop.example/socket.io/'])
  })

  it('has all that is said over a socket, by who says it', () => {
    const said = (action: 'send' | 'receive') =>
      parsed
        .operations()
        .all()
        .filter((operation) => operation.action() === action)
        .map((operation) => operation.id() ?? '')
    expect(said('receive').sort()).toEqual(Object.keys(messagesFromClient).sort())
    expect(said('send')).toEqual(expect.arrayContaining(Object.keys(messagesFromServer)))
  })

  it('has every event of the log for every kind of target', () => {
    const types = [...shopEvents.eventTypes.keys()].sort()
    for (const channel of ['relayToNats', 'relayToRedis', 'relayToWebhook']) {
      const messages = parsed.channels().get(channel)?.messages().all() ?? []
      expect(messages.map((message) => message.title()).sort()).toEqual(types)
    }
  })

  it('would be found out', async () => {
    expect(
      await faultsOf({ ...document, asyncapi: '3.0.0', channels: { socket: { messages: 7 } } }),
    ).not.toEqual([])
    const { info: _, ...nameless } = document
    expect(await faultsOf(nameless)).not.toEqual([])
  })
})
