import type { PoolConfig } from 'pg'
import type { FindCaller } from '../../../kit/server/http/caller'
import type { Log } from '../../../kit/server/log'
import { keepHearing } from '../../../kit/server/tail/hearing'
import { listen } from '../../../kit/server/tail/listen'
import type { ShopIdentity } from '../../wire/shop-identity'
import { rememberCallers } from './caller'

/** Hears of a person of whom something changed; of nobody in particular where that isn't known. */
type OnChange = (userId: string | undefined) => void

export interface People {
  /** Who sent these headers, from memory as long as nothing of them changed. */
  readonly find: FindCaller<ShopIdentity>
  /** Resolves when this node knows of all that was changed before. */
  readonly settle: () => Promise<void>
  readonly onChange: (listener: OnChange) => void
  readonly stop: () => Promise<void>
}

interface Options {
  /** For a connection of its own. */
  readonly connection: PoolConfig
  readonly find: FindCaller<ShopIdentity>
  readonly now: () => Date
  readonly log: Log
}

/** Remembers who asks, and follows what changes of people on any node, as the database tells it. */
export const followPeople = ({ connection, find, now, log }: Options): People => {
  const listeners: OnChange[] = []
  const callers = rememberCallers({ find, isCertain: () => hearing.isCertain(), now })
  const onHint = (payload?: string) => {
    const userId = payload || undefined
    callers.forget(userId)
    for (const listener of listeners) listener(userId)
  }
  const listener = listen(connection, 'people_changed', onHint, log)
  const hearing = keepHearing({ hear: listener.hear })
  return {
    find: callers.find,
    settle: hearing.settle,
    onChange: (listener) => void listeners.push(listener),
    stop: async () => {
      hearing.stop()
      await listener.stop()
    },
  }
}
