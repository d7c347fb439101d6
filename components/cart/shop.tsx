'use client'

import type { SendCommandInput } from '@/lib/client/use-cart-session'
import { useCartSession } from '@/lib/client/use-cart-session'
import type { CommandAnswer } from '@/lib/protocol/answers'
import type { CatalogueProduct } from '@/lib/protocol/catalogue'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'

interface ShopProps {
  readonly cartId: string | null
  readonly events: readonly RecordedCartEvent[]
  readonly catalogue: { readonly products: readonly CatalogueProduct[]; readonly next: string | null }
  readonly categories: readonly string[]
  readonly sendCommand: (input: SendCommandInput) => Promise<CommandAnswer>
}

export const Shop = ({ cartId, events, catalogue, sendCommand }: ShopProps) => {
  const session = useCartSession({ cartId, events, sendCommand })
  return (
    <main>
      {catalogue.products.map((product) => (
        <button
          type="button"
          key={product.productId}
          onClick={() => session.send({ type: 'AddItem', productId: product.productId, quantity: 1 }, product)}
        >
          {`Add ${product.name} to cart`}
        </button>
      ))}
      <pre>{JSON.stringify({ ...session.optimistic, head: session.head, pending: session.pending.length, connection: session.connection }, null, 1)}</pre>
    </main>
  )
}
