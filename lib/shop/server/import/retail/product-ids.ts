import type { EventStore } from '../../../../kit/server/store/event-store'

type Store = Pick<EventStore, 'readAll'>

/**
 * The ids that a file's products go by: what their code comes to, unless a product of the shop's own has that id.
 * Then it is `retail-<code>`, this time and whenever the file is imported again.
 */
export const createProductIds = async (store: Store, onRenamed: () => void = () => undefined) => {
  const own = await shopProducts(store)
  const renamed = new Map<string, string>()
  return (code: string): string => {
    if (!own.has(code)) return code
    const known = renamed.get(code)
    if (known) return known
    const id = freeId(own, code)
    renamed.set(code, id)
    onRenamed()
    return id
  }
}

const freeId = (own: ReadonlySet<string>, code: string): string => {
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? `retail-${code}` : `retail-${code}-${nth}`
    if (!own.has(id)) return id
  }
}

const pageSize = 1_000

/** The products that somebody of the shop listed first: who did owns the id. */
const shopProducts = async (store: Store): Promise<ReadonlySet<string>> => {
  const own = new Set<string>()
  let after = 0
  for (;;) {
    const events = await store.readAll({ after, limit: pageSize, filter: { streamTypes: ['product'] } })
    for (const { streamId, version, metadata } of events) {
      if (version === 1 && metadata.actor.kind !== 'import') own.add(streamId)
    }
    if (events.length < pageSize) return own
    after = events.at(-1)?.position ?? after
  }
}
