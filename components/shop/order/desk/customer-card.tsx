import Link from 'next/link'
import { ShortId } from '@/components/ui/short-id'
import { isErased } from '@/lib/kit/kernel/erased'
import type { Addressee } from '@/lib/shop/order/wire/addressee'
import { textLinkStyle } from '../../../ui/link-style'
import { addressText } from '../../cart/address-text'
import { customerPage } from '../../customer/customer-page'

interface CustomerCardProps {
  readonly customerId: string
  readonly addressee: Addressee
}

/** Whom an order goes to, as far as the log still tells. */
export const CustomerCard = ({ customerId, addressee: { contact, shippingAddress } }: CustomerCardProps) => (
  <dl className="text-md [&_dd]:wrap-anywhere [&_dt]:text-muted [&_dt]:text-sm [&>div]:border-line [&>div]:border-b [&>div]:py-2.5">
    <div>
      <dt>Name</dt>
      <dd>{isErased(contact) ? 'Erased' : contact.name || '—'}</dd>
    </div>
    <div>
      <dt>E-mail</dt>
      <dd>{isErased(contact) ? 'Erased' : contact.email || '—'}</dd>
    </div>
    <div>
      <dt>Sent to</dt>
      <dd>{addressText(shippingAddress)}</dd>
    </div>
    <div>
      <dt>Customer</dt>
      <dd>
        <Link href={customerPage(customerId)} prefetch={false} className={textLinkStyle}>
          <ShortId id={customerId} />
        </Link>
      </dd>
    </div>
  </dl>
)
