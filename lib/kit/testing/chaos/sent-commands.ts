import type { Handle } from '../../server/commands/handle'
import { openJournal, readJournal } from '../history-checker/journal'
import type { SentCommand, Workload } from './workload'

/** What a command was answered, as far as it has to be the same each time. */
export type ToldCommand =
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

/** Sends a command; gives what has to be the same each time. */
export const send = async (workload: Workload, handle: Handle, sent: SentCommand): Promise<ToldCommand> => {
  const handled = await workload.send(handle, sent)
  if (handled.type === 'overloaded') return { type: 'overloaded' }
  if (handled.type !== 'accepted') return handled
  const { type, version, position, events } = handled
  return { type, version, position, eventIds: events.map(({ eventId }) => eventId) }
}

/** Sends commands, and writes down each and its answer. */
export const recordSending = (workload: Workload, handle: Handle, file: string) => {
  const journal = openJournal<SentCommand, ToldCommand>(file)
  return async (sent: SentCommand): Promise<ToldCommand> => {
    const end = journal.begin(sent)
    const told = await send(workload, handle, sent)
    end(told)
    return told
  }
}

/** The commands of a file that were answered for good, with their answers. */
export const readAnswered = (file: string): { readonly sent: SentCommand; readonly told: ToldCommand }[] =>
  readJournal<SentCommand, ToldCommand>(file).flatMap(({ begun, end }) =>
    end && end.type !== 'overloaded' ? [{ sent: begun, told: end }] : [],
  )
