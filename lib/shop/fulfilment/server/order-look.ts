import * as z from 'zod'
import type { Aggregates } from '../../../kit/server/aggregates/aggregates'
import type { EffectKind } from '../../../kit/server/processes/effects'
import { storedOrder } from '../../order/wire/stored-order'
import { shopTermsId } from '../../terms/terms-stream'
import { storedTerms } from '../../terms/wire/stored-terms'
import { creditProvider, lookAt, type OrderLook } from '../look'

interface Dependencies {
  readonly aggregates: Aggregates
  /** The name of who payments go through. */
  readonly provider: string
}

const payload = z.object({ orderId: z.string() })

/** Looks at an order: what is found, and how long orders wait for their payment these days, stands in the log then. */
export const orderLook = ({ aggregates, provider }: Dependencies): EffectKind => {
  const providers = new Set([provider, creditProvider])
  const payWithinMs = async (): Promise<number> => {
    const { state } = await aggregates.loadFresh(storedTerms, shopTermsId)
    return state.paymentWindowSeconds * 1_000
  }
  return {
    run: async (effect): Promise<OrderLook> => {
      const { orderId } = payload.parse(effect.payload)
      const { state } = await aggregates.loadFresh(storedOrder, orderId)
      const found = lookAt(state, providers)
      return found.toAuthorise > 0 ? { ...found, payWithinMs: await payWithinMs() } : found
    },
  }
}
