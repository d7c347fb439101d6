import type { PeerConnection } from './peer'

interface Committed {
  readonly id: number
  readonly stream: string
  readonly data: { readonly id: string }
}

/** What is used of `@rotorsoft/act-pg`; its own types are only there once it is installed. */
interface ActStore {
  readonly seed: () => Promise<void>
  readonly dispose: () => Promise<void>
  readonly commit: (
    stream: string,
    messages: readonly { readonly name: string; readonly data: object }[],
    meta: object,
    expectedVersion: number,
  ) => Promise<unknown>
  readonly query: (
    take: (event: Committed) => void,
    query: { readonly stream?: string; readonly after?: number; readonly limit?: number },
  ) => Promise<number>
}

interface ActModule {
  readonly PostgresStore: new (config: {
    readonly host: string
    readonly port: number
    readonly database: string
    readonly user: string
    readonly password: string
    /** Not among its own options, but handed on to its pool. */
    readonly max: number
  }) => ActStore
}

const packageName = '@rotorsoft/act-pg'

/** act-pg over a pool of that size, its schema made. */
export const openActStore = async ({ url, connections }: PeerConnection): Promise<ActStore> => {
  const { PostgresStore }: ActModule = await import(packageName)
  const { hostname, port, pathname, username, password } = new URL(url)
  const store = new PostgresStore({
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    max: connections,
  })
  await store.seed()
  return store
}
