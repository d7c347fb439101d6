import { isOutage } from '../postgres/outage'
import type { EventStore } from './event-store'

export interface AppendWatch {
  /** Did the last append fail because the log took none? */
  readonly isFailing: () => boolean
  /** It was found out since that the log takes appends again. */
  readonly recovered: () => void
}

/** A store that remembers whether its log takes what is appended. */
export const withAppendWatch = (store: EventStore): EventStore & { readonly appendWatch: AppendWatch } => {
  let isFailing = false
  const watched = async <Result>(appending: Promise<Result>): Promise<Result> => {
    try {
      const result = await appending
      isFailing = false
      return result
    } catch (error) {
      if (isOutage(error)) isFailing = true
      throw error
    }
  }
  return {
    ...store,
    append: (append) => watched(store.append(append)),
    appendTogether: (appends) => watched(store.appendTogether(appends)),
    appendWatch: {
      isFailing: () => isFailing,
      recovered: () => {
        isFailing = false
      },
    },
  }
}
