import type { WrappedKey } from './wrapped-key'

/** Where wrapped keys are kept. */
export interface KeyRows {
  /** Keeps a key for each owner who has none, and answers which key each has: of several that are kept at once one wins. */
  readonly keep: (keys: readonly WrappedKey[]) => Promise<readonly WrappedKey[]>
  readonly find: (ids: readonly string[]) => Promise<readonly WrappedKey[]>
}
