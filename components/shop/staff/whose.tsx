import Link from 'next/link'
import { textLinkStyle } from '../../ui/link-style'
import { customerPage } from '../customer/customer-page'

/** Among what a heading says: the way to the customer whose stream it is. */
export const Whose = ({ customerId }: { readonly customerId: string }) => (
  <div>
    <dt>Whose</dt>
    <dd>
      <Link href={customerPage(customerId)} prefetch={false} className={textLinkStyle}>
        All of this customer
      </Link>
    </dd>
  </div>
)
