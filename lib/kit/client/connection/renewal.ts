/** The address of the part of the page's code that an import failed for; undefined where it failed otherwise. */
export const partOf = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'ChunkLoadError'
    ? /\S*\/_next\/static\/\S+?\.(?:js|css)/.exec(error.message)?.[0]
    : undefined

/** Is a part of the page gone from the server, and not only out of reach? */
export const isGone = async (
  error: unknown,
  ask: (address: string) => Promise<Pick<Response, 'status'>>,
): Promise<boolean> => {
  const address = partOf(error)
  if (address === undefined) return false
  const status = await ask(address).then(
    (response) => response.status,
    () => undefined,
  )
  return status === 404 || status === 410
}

let isRenewed = false
const listeners = new Set<() => void>()

export const renewal = {
  get: (): boolean => isRenewed,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

const ask = (address: string) => fetch(address, { method: 'HEAD', cache: 'no-store' })

/** A part of the page could not be fetched. Where it is gone the server was renewed, and this page is of the former one. */
export const notePartFailed = async (error: unknown): Promise<void> => {
  if (isRenewed || !(await isGone(error, ask))) return
  isRenewed = true
  for (const listener of listeners) listener()
}
