/** Loads many at once: what is asked for in one turn of the event loop goes together, and each finds its own in what is loaded. */
export const gather = <Asked, Loaded>(
  load: (asked: readonly Asked[]) => Promise<ReadonlyMap<string, Loaded>>,
) => {
  let waiting: { readonly asked: Asked[]; readonly loaded: Promise<ReadonlyMap<string, Loaded>> } | undefined

  const begin = () => {
    const asked: Asked[] = []
    const loaded = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting = undefined
      return load(asked)
    })
    return { asked, loaded }
  }

  /** Answers all that was loaded in that turn. */
  return (asked: readonly Asked[]): Promise<ReadonlyMap<string, Loaded>> => {
    waiting ??= begin()
    for (const each of asked) waiting.asked.push(each)
    return waiting.loaded
  }
}
