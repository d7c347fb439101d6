import { createHolding } from '../holding'
import { createOpening } from '../opening'
import { type OnOpened, type RelayMessage, type Sender, TargetAway } from '../sender'
import type { NatsTarget } from '../target'
import { windowsOf } from '../windows'
import { heldBy, type NatsOpened, openNats } from './connection'
import { publishAll } from './publish'
import { versionUnder } from './stream'
import { subjectOf } from './subject'

const window = { messages: 1_000, bytes: 4 * 1024 * 1024 }

/**
 * Sends to a JetStream stream: one subject for each type of event of each stream, the event's id for deduplication. After
 * anything went wrong it connects anew and looks at the stream, to go on from what is there.
 */
export const createNatsSender = (target: NatsTarget, name: string, onOpened: OnOpened): Sender => {
  const opening = createOpening<NatsOpened>({
    open: async () => {
      const opened = await openNats(target, name)
      opened.connection.closed().then(() => opening.drop(opened))
      return opened
    },
    onOpened: (opened) => onOpened(heldBy(opened)),
    close: ({ connection }) => connection.close(),
  })
  /** What is sent by several goes one after the other: each message names the sequence before it. */
  let sending: Promise<unknown> = Promise.resolve()

  /** Those that the stream lacks. What is above all that was ever sent needn't be asked for. */
  const lacking = async (
    { manager, highest }: NatsOpened,
    messages: readonly RelayMessage[],
    onThere: (message: RelayMessage) => void,
  ): Promise<RelayMessage[]> => {
    const maybeThere = messages.filter(({ position }) => position <= highest)
    const subjects = new Set(maybeThere.map((message) => subjectOf(target.subject, message)))
    const versions = new Map(
      await Promise.all(
        [...subjects].map(
          async (subject) => [subject, await versionUnder(manager, target.stream, subject)] as const,
        ),
      ),
    )
    return messages.filter((message) => {
      if (message.position > highest) return true
      const reached = versions.get(subjectOf(target.subject, message)) ?? 0
      const isThere = message.version <= reached
      if (isThere) onThere(message)
      return !isThere
    })
  }

  /** What is sent again is the newest under its subject; the newest version is told with it all the same. */
  const asNewest = ({ manager }: NatsOpened, messages: readonly RelayMessage[]): Promise<RelayMessage[]> =>
    Promise.all(
      messages.map(async (message) => {
        const reached = await versionUnder(manager, target.stream, subjectOf(target.subject, message))
        return { ...message, version: Math.max(message.version, reached) }
      }),
    )

  const send: Sender['send'] = async (messages, { isAgain, signal, ...options }) => {
    const opened = await opening.opened()
    const holding = createHolding(options)
    try {
      for (const each of windowsOf(messages, window)) {
        signal.throwIfAborted()
        const wanted = isAgain ? await asNewest(opened, each) : await lacking(opened, each, holding.sent)
        await publishAll(opened, target, wanted, holding)
      }
    } catch (error) {
      opening.drop(opened)
      if (signal.aborted || error instanceof TargetAway) throw error
      throw new TargetAway(`NATS took no more: ${(error as Error).message}`, { cause: error })
    }
  }

  return {
    open: async () => void (await opening.opened()),
    send: (messages, options) => {
      const sent = sending.then(() => send(messages, options))
      sending = sent.catch(() => undefined)
      return sent
    },
    held: () => {
      const opened = opening.current()
      return opened && heldBy(opened)
    },
    close: opening.close,
  }
}
