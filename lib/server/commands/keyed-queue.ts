/** Runs tasks of one key after another, of different keys side by side. */
export const createKeyedQueue = () => {
  const tails = new Map<string, Promise<unknown>>()

  return async <Result>(key: string, task: () => Promise<Result>): Promise<Result> => {
    const before = tails.get(key) ?? Promise.resolve()
    const result = before.then(task)
    const tail = result.catch(() => undefined)
    tails.set(key, tail)
    try {
      return await result
    } finally {
      if (tails.get(key) === tail) tails.delete(key)
    }
  }
}

export type KeyedQueue = ReturnType<typeof createKeyedQueue>
