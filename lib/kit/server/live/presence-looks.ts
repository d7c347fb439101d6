import type { Looker } from '../../wire/socket'

/** One tab's look at a cart. */
export interface Look {
  /** The tab's connection. */
  readonly id: string
  readonly cartId: string
  /** The same for all tabs of one person on one cart. */
  readonly person: string
  readonly kind: Looker['who']['kind']
  /** Null for shoppers: their names go nowhere. */
  readonly name: string | null
  /** Null while live. */
  readonly version: number | null
  /** Milliseconds since 1970, as the tab's node has them. */
  readonly since: number
  readonly movedAt: number
}

/** Who looks at which cart, one look for each tab. Tells of a cart whenever its looks changed. */
export const createLooks = (onChange: (cartId: string) => void) => {
  const byId = new Map<string, Look>()
  const byCart = new Map<string, Map<string, Look>>()

  const remove = (id: string): void => {
    const look = byId.get(id)
    if (!look) return
    byId.delete(id)
    const ofCart = byCart.get(look.cartId)
    ofCart?.delete(id)
    if (ofCart?.size === 0) byCart.delete(look.cartId)
    onChange(look.cartId)
  }

  const put = (look: Look): void => {
    if (byId.get(look.id)?.cartId !== look.cartId) remove(look.id)
    byId.set(look.id, look)
    byCart.set(look.cartId, (byCart.get(look.cartId) ?? new Map()).set(look.id, look))
    onChange(look.cartId)
  }

  return {
    put,
    remove,
    at: (cartId: string): readonly Look[] => [...(byCart.get(cartId)?.values() ?? [])],
  }
}
