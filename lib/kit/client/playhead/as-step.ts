import { defaultRateLimit, type Options } from 'nuqs'

/** For a change of the address that Back takes back, written at once. */
export const asStep: Options = { history: 'push', limitUrlUpdates: defaultRateLimit }
