/**
 * Begins what is done for a key in the order of its calls, where some of it has to be made ready first. What is ready already,
 * with nothing of its key before it, begins at once.
 */
export const createInOrder = () => {
  const last = new Map<string, Promise<void>>()

  return <Ready, Result>(
    key: string,
    ready: Ready | Promise<Ready>,
    work: (ready: Ready) => Promise<Result>,
  ): Promise<Result> => {
    const before = last.get(key)
    if (!before && !(ready instanceof Promise)) return work(ready)
    const begun = Promise.allSettled([ready, before]).then(([made]) => {
      if (made.status === 'rejected') throw made.reason
      // In an object, so that what comes next waits for the beginning and not for the end.
      return { result: work(made.value) }
    })
    const turn: Promise<void> = begun
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => {
        if (last.get(key) === turn) last.delete(key)
      })
    last.set(key, turn)
    return begun.then(({ result }) => result)
  }
}
