import { outboxReader } from './outbox-reader'
import type { TabMessage } from './tab-message'

/** The tabs of one browser, told of each other's doings. */
export interface Tabs {
  readonly tell: (message: TabMessage) => void
  /** Hears what the others tell, in the order they tell it; gives what stops it. */
  readonly hear: (listener: (message: TabMessage) => void) => () => void
}

const channelName = 'hindsight-tabs'

/** Tabs that can't tell each other anything have the browser's database in common all the same. */
const alone: Tabs = { tell: () => undefined, hear: () => () => undefined }

const openChannel = (): BroadcastChannel | undefined => {
  try {
    return new BroadcastChannel(channelName)
  } catch {
    return undefined
  }
}

export const openTabs = (): Tabs => {
  const channel = openChannel()
  if (!channel) return alone
  return {
    tell: (message) => {
      channel.postMessage(message)
      // Who tells will hear, perhaps when nothing can be fetched any more.
      void outboxReader().catch(() => undefined)
    },
    hear: (listener) => {
      let isHeard = true
      let turn: Promise<unknown> = Promise.resolve()
      const take = async (data: unknown) => {
        const { readTabMessage } = await outboxReader()
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
