import { useQuery } from '@tanstack/react-query'
import { balanceOf } from '@/lib/shop/order/balance'
import type { OrderState } from '@/lib/shop/order/state'
import { textLinkStyle } from '../../ui/link-style'

interface Awaited {
  readonly awaited: boolean
  readonly url?: string
}

const askAgainMs = 3_000

/** Says that a payment waits for whoever pays, with the way to the provider's page. */
export const PaymentNotice = ({ order }: { readonly order: OrderState }) => {
  const { id, version, status, payment } = order
  const isOpen =
    (status === 'placed' || status === 'confirmed') &&
    payment.reference !== undefined &&
    balanceOf(order).toAuthorise.amount > 0
  const { data } = useQuery({
    queryKey: ['order-payment', id, version],
    queryFn: async ({ signal }): Promise<Awaited> => {
      const response = await fetch(`/api/orders/${encodeURIComponent(id)}/payment`, { signal })
      if (!response.ok) throw new Error(`The payment could not be asked about: ${response.status}`)
      return response.json()
    },
    enabled: isOpen,
    refetchInterval: askAgainMs,
  })
  if (!isOpen || !data?.awaited) return null
  return (
    <p role="status" className="mt-4 border-accent border-l-2 pl-4 text-md">
      {data.url === undefined ? (
        'Your payment is on its way: the provider hasn’t answered yet.'
      ) : (
        <>
          Your payment waits for you.{' '}
          <a href={data.url} className={textLinkStyle}>
            Confirm it with the provider
          </a>
        </>
      )}
    </p>
  )
}
