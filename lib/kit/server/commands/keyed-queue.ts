interface Line {
  waiting: number
  tail: Promise<unknown>
}

/** So many wait for one key at most: about as many as can be done while somebody is ready to wait. */
const maxWaiting = 1_000

/** Runs tasks of one key after another, of different keys side by side; `full` answers for those that are too many. */
export const createKeyedQueue = () => {
  const lines = new Map<string, Line>()

  return async <Result>(key: string, task: () => Promise<Result>, full: () => Result): Promise<Result> => {
    const line = lines.get(key) ?? { waiting: 0, tail: Promise.resolve() }
    if (line.waiting >= maxWaiting) return full()
    lines.set(key, line)
    line.waiting++
    const result = line.tail.then(task)
    line.tail = result.catch(() => undefined)
    try {
      return await result
    } finally {
      if (--line.waiting === 0) lines.delete(key)
    }
  }
}

export type KeyedQueue = ReturnType<typeof createKeyedQueue>
