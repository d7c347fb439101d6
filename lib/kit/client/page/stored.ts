/** Something this browser keeps for its person, alike in all tabs. */
export interface Stored<Value> {
  readonly get: () => Value
  /** True until what was kept is known. */
  readonly isLoading: () => boolean
  /**
   * Changes it in all tabs; a browser that keeps nothing has it until the page is left. It shows at once; where what was
   * kept isn't known yet, that is read before it is changed and kept again.
   */
  readonly change: (make: Change<Value>) => void
  readonly subscribe: (listener: () => void) => () => void
}

type Change<Value> = (before: Value) => Value

/**
 * `read` makes a value of what was kept, whatever that is: it is asked only where something was. What is found under the
 * key it had in earlier days is moved.
 */
export const createStored = <Value>(
  key: string,
  empty: Value,
  read: (json: string) => Promise<Value>,
  formerKey?: string,
): Stored<Value> => {
  const listeners = new Set<() => void>()
  let value = empty
  let isLoading = true
  let isReading = false
  let reads = 0
  let waiting: Change<Value>[] = []

  const show = (to: Value): void => {
    value = to
    for (const listener of listeners) listener()
  }

  const settle = (kept: Value): void => {
    isLoading = false
    isReading = false
    const changes = waiting
    waiting = []
    show(changes.reduce((before, make) => make(before), kept))
    if (changes.length > 0) keep(key, value)
  }

  const load = async (json: string | null): Promise<void> => {
    const current = ++reads
    isReading = true
    try {
      const kept = json === null ? empty : await read(json)
      if (current === reads) settle(kept)
    } catch {
      // What reads it could not be fetched: it stays as it is until somebody asks again.
      if (current === reads) isReading = false
    }
  }

  const onStorage = (event: StorageEvent): void => {
    if (event.key === key) void load(event.newValue)
  }

  return {
    get: () => value,
    isLoading: () => isLoading,
    change: (make) => {
      waiting.push(make)
      if (!isReading && !isLoading && listeners.size > 0) return settle(value)
      show(make(value))
      if (!isReading) void load(kept(key, formerKey))
    },
    subscribe: (listener) => {
      if (listeners.size === 0) {
        window.addEventListener('storage', onStorage)
        void load(kept(key, formerKey))
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) window.removeEventListener('storage', onStorage)
      }
    },
  }
}

const kept = (key: string, formerKey: string | undefined): string | null => {
  try {
    return localStorage.getItem(key) ?? (formerKey === undefined ? null : moved(formerKey, key))
  } catch {
    return null
  }
}

const moved = (from: string, to: string): string | null => {
  const json = localStorage.getItem(from)
  if (json === null) return null
  try {
    localStorage.setItem(to, json)
    localStorage.removeItem(from)
  } catch {
    // It can be read where it is.
  }
  return json
}

const keep = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Storage is full or forbidden.
  }
}
