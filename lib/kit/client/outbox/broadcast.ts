import type { CommandTypes } from './command-types'
import type { OutboxReader } from './outbox-schema'
import type { TabMessage } from './tab-message'

/** The tabs of one browser, told of each other's doings. */
export interface Tabs<Types extends CommandTypes> {
  readonly tell: (message: TabMessage<Types>) => void
  /** Hears what the others tell, in the order they tell it; gives what stops it. */
  readonly hear: (listener: (message: TabMessage<Types>) => void) => () => void
}

/** Tabs that can't tell each other anything have the browser's database in common all the same. */
const alone = { tell: () => undefined, hear: () => () => undefined }

const openChannel = (name: string): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}

/** The other tabs that share a channel. `fetchReader` fetches what reads what they tell. */
export const openTabs = <Types extends CommandTypes>(
  name: string,
  fetchReader: () => Promise<Pick<OutboxReader<Types>, 'readTabMessage'>>,
): Tabs<Types> => {
  const channel = openChannel(name)
  if (!channel) return alone
  return {
    tell: (message) => {
      channel.postMessage(message)
      // Who tells will hear, perhaps when nothing can be fetched any more.
      void fetchReader().catch(() => undefined)
    },
    hear: (listener) => {
      let isHeard = true
      let turn: Promise<unknown> = Promise.resolve()
      const take = async (data: unknown) => {
        const { readTabMessage } = await fetchReader()
        const message = readTabMessage(data)
        if (message && isHeard) listener(message)
      }
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        // What can't be read for now is no loss for good: the browser's database and the log have it, too.
        turn = turn.then(() => take(data)).catch(() => undefined)
      }
      channel.addEventListener('message', onMessage)
      return () => {
        isHeard = false
        channel.removeEventListener('message', onMessage)
      }
    },
  }
}
