import * as z from 'zod'
import type { EventType } from '../../events/event-type'
import type { EventRegistry } from '../../events/registry'
import { relayedEvent } from '../../wire/relayed-event'
import { messagesFromClient, messagesFromServer, type SocketMessage } from '../../wire/socket-messages'

/** What an application says of itself. */
interface Described {
  readonly info: {
    readonly title: string
    readonly version: string
    readonly description: string
    readonly license: { readonly name: string; readonly url: string }
  }
  /** Where its sockets are, like example.org. */
  readonly host: string
  readonly isSecure: boolean
  readonly registry: EventRegistry
}

type Part = Record<string, unknown>

/** The AsyncAPI 3.0 description of what an application says over sockets, and of what it relays. */
export const asyncApiDocument = ({ info, host, isSecure, registry }: Described) => {
  const events = [...registry.eventTypes].sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    asyncapi: '3.0.0',
    info,
    defaultContentType: 'application/json',
    servers: {
      sockets: {
        host,
        pathname: '/socket.io/',
        protocol: isSecure ? 'wss' : 'ws',
        description: 'socket.io, signed in by the cookie of the session or as a guest',
      },
    },
    channels: { socket: socketChannel(), ...relayChannels(events) },
    operations: { ...socketOperations(), ...relayOperations },
    components: {
      messages: Object.fromEntries(events.map(([type, known]) => [type, eventMessage(type, known)])),
    },
  }
}

const schemaOf = (schema: z.ZodType): Part => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'output' })
  return rest
}

const socketMessages: readonly (readonly [string, SocketMessage])[] = [
  ...Object.entries<SocketMessage>(messagesFromClient),
  ...Object.entries<SocketMessage>(messagesFromServer),
]

const answerNameOf = (name: string): string => `${name}Answer`

const socketChannel = (): Part => ({
  address: '/',
  title: 'The socket of a page',
  servers: [{ $ref: '#/servers/sockets' }],
  messages: Object.fromEntries(socketMessages.flatMap(([name, message]) => messagesOf(name, message))),
})

const messagesOf = (name: string, { summary, says, answer }: SocketMessage): [string, Part][] => [
  [name, { name, summary, payload: says ? schemaOf(says) : { type: 'null' } }],
  ...(answer
    ? [
        [
          answerNameOf(name),
          { name: answerNameOf(name), payload: answer === 'receipt' ? { type: 'null' } : schemaOf(answer) },
        ] as [string, Part],
      ]
    : []),
]

const inSocket = (name: string) => ({ $ref: `#/channels/socket/messages/${name}` })

const socketOperations = (): Part => {
  const operation =
    (action: 'send' | 'receive') =>
    ([name, { summary, answer }]: [string, SocketMessage]) => [
      name,
      {
        action,
        summary,
        channel: { $ref: '#/channels/socket' },
        messages: [inSocket(name)],
        ...(answer && {
          reply: { channel: { $ref: '#/channels/socket' }, messages: [inSocket(answerNameOf(name))] },
        }),
      },
    ]
  return Object.fromEntries([
    ...Object.entries<SocketMessage>(messagesFromClient).map(operation('receive')),
    ...Object.entries<SocketMessage>(messagesFromServer).map(operation('send')),
  ])
}

/** An event as it is relayed. */
const eventMessage = (type: string, { streamType, schemaVersion, data }: EventType): Part => ({
  name: `hindsight.${streamType}.${type}`,
  title: type,
  contentType: 'application/cloudevents+json',
  payload: schemaOf(
    relayedEvent.extend({
      type: z.literal(`hindsight.${streamType}.${type}`),
      schemaversion: z.literal(schemaVersion),
      data,
    }),
  ),
})

const relayChannels = (events: readonly (readonly [string, EventType])[]): Part => {
  const messages = Object.fromEntries(
    events.map(([type]) => [type, { $ref: `#/components/messages/${type}` }]),
  )
  return {
    relayToNats: {
      address: '{prefix}.{streamType}.{streamId}.{eventType}',
      title: 'A target of the relay that is a JetStream stream',
      description:
        '`Nats-Msg-Id` is the id of the event. `Hindsight-Version` is its place in its stream, `Hindsight-Highest` the highest position sent so far.',
      parameters: {
        prefix: { description: 'The `subject` of the target', default: 'hindsight' },
        streamType: { description: 'The type of the stream' },
        streamId: { description: 'Its id; what a subject can not hold is percent-encoded' },
        eventType: { description: 'The type of the event' },
      },
      messages,
    },
    relayToRedis: {
      address: '{stream}',
      title: 'A target of the relay that is a Redis stream',
      description:
        'Each entry has the fields `id`, `type` (of the event) and `event` (the CloudEvent as JSON).',
      parameters: { stream: { description: 'The `stream` of the target', default: 'hindsight' } },
      messages,
    },
    relayToWebhook: {
      address: '{path}',
      title: 'A target of the relay that is a webhook',
      description:
        'POST, as Standard Webhooks has it: `webhook-id` is the id of the event; `webhook-signature` has a signature by each secret.',
      parameters: { path: { description: 'The path of the `url` of the target' } },
      messages,
    },
  }
}

const relayOperation = (channel: string, summary: string) => ({
  action: 'send',
  summary,
  channel: { $ref: `#/channels/${channel}` },
})

const relayOperations = {
  relayEventsToNats: relayOperation('relayToNats', 'Events in the order of each stream, once for each id'),
  relayEventsToRedis: relayOperation('relayToRedis', 'Events in the order of each stream, once for each id'),
  relayEventsToWebhook: relayOperation('relayToWebhook', 'Events in the order of each stream, at least once'),
}
