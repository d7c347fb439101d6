import { vi } from 'vitest'

/** Looks until what it looks at no longer throws; gives what it saw. Fails with the last error after 20 s, for busy machines. */
export const eventually = <T>(look: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(look, { timeout: 20_000, interval: 5 })
