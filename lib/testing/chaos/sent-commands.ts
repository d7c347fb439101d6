import { type HandlerDependencies, handleCommand } from '../../kit/server/commands/handle'
import { openJournal, readJournal } from '../../kit/testing/history-checker/journal'
import { storedCart } from '../../shop/cart/wire/stored-cart'
import type { SentCommand } from '../load/random-commands'

/** What a command was answered, as far as it has to be the same each time. */
export type Told =
  | {
      readonly type: 'accepted'
      readonly version: number
      readonly position: number
      readonly eventIds: string[]
    }
  | { readonly type: 'rejected'; readonly rejection: object }
  | { readonly type: 'conflict'; readonly expected: number; readonly actual: number }
  | { readonly type: 'reused' }
  | { readonly type: 'overloaded' }

const actor = { kind: 'customer', id: 'chaos' } as const

export const send = async (handler: HandlerDependencies, sent: SentCommand): Promise<Told> => {
  const { cartId: streamId, command, commandId } = sent
  const handled = await handleCommand(handler, storedCart, { streamId, command, actor, commandId })
  if (handled.type === 'overloaded') return { type: 'overloaded' }
  if (handled.type !== 'accepted') return handled
  const { type, version, position, events } = handled
  return { type, version, position, eventIds: events.map(({ eventId }) => eventId) }
}

/** Sends commands, and writes down each and its answer. */
export const recordSending = (handler: HandlerDependencies, file: string) => {
  const journal = openJournal<SentCommand, Told>(file)
  return async (sent: SentCommand): Promise<Told> => {
    const end = journal.begin(sent)
    const told = await send(handler, sent)
    end(told)
    return told
  }
}

/** The commands of a file that were answered for good, with their answers. */
export const readAnswered = (file: string): { readonly sent: SentCommand; readonly told: Told }[] =>
  readJournal<SentCommand, Told>(file).flatMap(({ begun, end }) =>
    end && end.type !== 'overloaded' ? [{ sent: begun, told: end }] : [],
  )
