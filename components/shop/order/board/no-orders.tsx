import type { ListedStatus } from '@/lib/shop/order/wire/order-list'
import { orderStatusNames } from '../status-names'

/** What stands where there is no order yet. */
export const NoOrders = ({ status }: { readonly status: ListedStatus | undefined }) => (
  <div className="border-ink border-t py-16 text-center">
    <p className="font-display text-3xl">{status ? 'None of these' : 'No orders yet'}</p>
    <p className="mx-auto mt-2 max-w-sm text-balance text-md text-muted">
      {status
        ? `An order stands here as soon as it is ${orderStatusNames[status].toLowerCase()}.`
        : 'The first stands here as soon as a cart is checked out.'}
    </p>
  </div>
)
