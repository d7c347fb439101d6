/** Something took longer than anybody waits for it. */
export class TooLate extends Error {
  constructor(readonly ms: number) {
    super(`There was no answer within ${ms} ms`)
    this.name = 'TooLate'
  }
}

/** What a work gives, if it does within the limit; else it rejects with `TooLate`, and the work is told by its signal. */
export const within = async <Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const limit = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      limit.abort()
      reject(new TooLate(ms))
    }, ms)
  })
  try {
    return await Promise.race([work(limit.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
