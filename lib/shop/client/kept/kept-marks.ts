const ownerKey = 'hindsight-kept-for'
const leftKey = 'hindsight-left'

/** Who may see what is kept. To be known and changed at once, in all tabs, so it doesn't stand in the database. */
export interface KeptMarks {
  /** How often somebody left in this browser: what a page from before would keep is no longer wanted. */
  readonly timesLeft: () => string
  /** Whose shop may be shown without network, empty for one that is nobody's yet; undefined where none may be. */
  readonly owner: () => string | undefined
  readonly setOwner: (owner: string) => void
  /** From now on nothing that was kept is shown, nor is anything kept by the pages that are open. */
  readonly leave: () => void
}

/** A browser that lets nothing be kept there shows nothing either. */
export const createMarks = (
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): KeptMarks => {
  const quietly = <Value>(use: () => Value): Value | undefined => {
    try {
      return use()
    } catch {
      return undefined
    }
  }
  const timesLeft = () => quietly(() => storage().getItem(leftKey)) ?? '0'
  return {
    timesLeft,
    owner: () => quietly(() => storage().getItem(ownerKey)) ?? undefined,
    setOwner: (owner) => quietly(() => storage().setItem(ownerKey, owner)),
    leave: () =>
      quietly(() => {
        storage().removeItem(ownerKey)
        storage().setItem(leftKey, String(Number(timesLeft()) + 1))
      }),
  }
}

export const keptMarks = createMarks(() => localStorage)
