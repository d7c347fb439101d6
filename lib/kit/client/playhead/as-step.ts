import { defaultRateLimit } from 'nuqs'

/** For a change of the address that Back takes back, written at once. */
export const asStep = { history: 'push', limitUrlUpdates: defaultRateLimit } as const
