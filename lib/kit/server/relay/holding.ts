import { streamKeyOf } from '../../events/stream-name'
import type { RelayMessage, SendOptions } from './sender'

/** Tells what became of messages, and holds those back that come after one that was refused in their stream. */
export const createHolding = ({ onResult }: Pick<SendOptions, 'onResult'>) => {
  const blocked = new Set<string>()
  return {
    sent: (message: RelayMessage): void => onResult(message, { type: 'sent' }),
    refused: (message: RelayMessage, error: Error): void => {
      blocked.add(streamKeyOf(message))
      onResult(message, { type: 'refused', error })
    },
    /** May it be sent? Where not, it is held. */
    isFree: (message: RelayMessage): boolean => {
      const isBlocked = blocked.has(streamKeyOf(message))
      if (isBlocked) onResult(message, { type: 'held' })
      return !isBlocked
    },
  }
}

export type Holding = ReturnType<typeof createHolding>
