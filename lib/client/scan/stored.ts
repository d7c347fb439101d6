/** Something this browser keeps for its person, alike in all tabs. */
export interface Stored<Value> {
  readonly get: () => Value
  /** True until what was kept is known. */
  readonly isLoading: () => boolean
  /** Changes it in all tabs; a browser that keeps nothing has it until the page is left. */
  readonly set: (value: Value) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** `read` makes a value of what was kept, whatever that is: it is asked only where something was. */
export const createStored = <Value>(
  key: string,
  empty: Value,
  read: (json: string) => Promise<Value>,
): Stored<Value> => {
  const listeners = new Set<() => void>()
  let value = empty
  let changes = 0
  let isLoading = true

  const change = (to: Value): void => {
    changes++
    value = to
    isLoading = false
    for (const listener of listeners) listener()
  }

  const load = async (json: string | null): Promise<void> => {
    const before = changes
    const kept = json === null ? empty : await read(json)
    if (changes === before) change(kept)
  }

  const onStorage = (event: StorageEvent): void => {
    if (event.key === key) void load(event.newValue)
  }

  return {
    get: () => value,
    isLoading: () => isLoading,
    set: (to) => {
      change(to)
      try {
        localStorage.setItem(key, JSON.stringify(to))
      } catch {
        // Storage is full or forbidden.
      }
    },
    subscribe: (listener) => {
      if (listeners.size === 0) {
        window.addEventListener('storage', onStorage)
        void load(kept(key))
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('storage', onStorage)
      }
    },
  }
}

const kept = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
