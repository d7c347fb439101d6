import { streamKeyOf } from '../events/stream-name'
import type { RelayMessage, Sender, SendOptions, SendResult } from '../server/relay/sender'

/** A message of an event of a notebook; its body says which. */
export const messageOf = (
  streamId: string,
  version: number,
  position: number,
  over: Partial<RelayMessage> = {},
): RelayMessage => ({
  eventId: `${streamId}-${version}`,
  streamType: 'notebook',
  streamId,
  eventType: 'NoteWritten',
  version,
  position,
  body: JSON.stringify({ specversion: '1.0', id: `${streamId}-${version}`, position: String(position) }),
  ...over,
})

/** Messages of so many streams by turns, from a position on. */
export const messagesOf = (streams: number, each: number, from = 1): RelayMessage[] =>
  Array.from({ length: streams * each }, (_, nth) =>
    messageOf(`n${nth % streams}`, Math.floor(nth / streams) + 1, from + nth),
  )

/** Sends, and gives what became of each message by its id; undefined where nothing was said of it. */
export const sendAll = async (
  sender: Sender,
  messages: readonly RelayMessage[],
  options: Partial<SendOptions> = {},
): Promise<Map<string, SendResult['type']>> => {
  const results = new Map<string, SendResult['type']>()
  await sender.send(messages, {
    signal: new AbortController().signal,
    onResult: ({ eventId }, { type }) => results.set(eventId, type),
    ...options,
  })
  return results
}

/** Is each stream's order kept in what arrived? */
export const isInOrder = (arrived: readonly RelayMessage[]): boolean => {
  const reached = new Map<string, number>()
  return arrived.every((message) => {
    const before = reached.get(streamKeyOf(message)) ?? 0
    reached.set(streamKeyOf(message), message.version)
    return message.version > before
  })
}
