import type { EventStore } from '../../store/event-store'
import { productStream } from '../../store/streams'

type Store = Pick<EventStore, 'readStream'>

/**
 * The ids that a file's products go by: what their code comes to, unless a product of the shop's own has that id.
 * Then it is `retail-<code>`, this time and whenever the file is imported again.
 */
export const createProductIds = (store: Store, onRenamed: () => void = () => undefined) => {
  const ids = new Map<string, Promise<string>>()
  const find = async (code: string): Promise<string> => {
    const id = await freeId(store, code)
    if (id !== code) onRenamed()
    return id
  }
  return (code: string): Promise<string> => {
    const known = ids.get(code)
    if (known) return known
    const finding = find(code)
    ids.set(code, finding)
    return finding
  }
}

const freeId = async (store: Store, code: string): Promise<string> => {
  if (!(await isOfShop(store, code))) return code
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? `retail-${code}` : `retail-${code}-${nth}`
    if (!(await isOfShop(store, id))) return id
  }
}

/** Who listed it first owns it. */
const isOfShop = async (store: Store, productId: string): Promise<boolean> => {
  const [first] = await store.readStream(productStream(productId), { limit: 1 })
  return first !== undefined && first.metadata.actor.kind !== 'import'
}
