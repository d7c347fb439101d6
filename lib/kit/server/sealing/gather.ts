/** Loads many at once: what is asked for in one turn of the event loop goes together. */
export const gather = <Asked, Loaded>(load: (asked: readonly Asked[]) => Promise<readonly Loaded[]>) => {
  let waiting: { readonly asked: Asked[]; readonly loaded: Promise<readonly Loaded[]> } | undefined

  const begin = () => {
    const asked: Asked[] = []
    const loaded = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      waiting = undefined
      return load(asked)
    })
    return { asked, loaded }
  }

  /** Answers all that was loaded in that turn. */
  return (asked: readonly Asked[]): Promise<readonly Loaded[]> => {
    waiting ??= begin()
    for (const each of asked) waiting.asked.push(each)
    return waiting.loaded
  }
}
