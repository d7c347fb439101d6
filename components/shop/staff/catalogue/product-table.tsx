import Link from 'next/link'
import type { StaffProduct } from '@/lib/shop/product/wire/api-catalogue'
import { formatCount } from '../../../ui/format'
import { textLinkStyle } from '../../../ui/link-style'
import { formatMoney } from '../../money-format'
import { productPage } from './product-page'

/** Products with what they cost and what there is of them; where there is no room without what their pages say. */
export const ProductTable = ({ products }: { readonly products: readonly StaffProduct[] }) => (
  <div className="@container overflow-x-auto">
    <table className="w-full border-collapse text-left text-md">
      <thead>
        <tr className="border-ink border-b text-sm text-muted [&_th]:py-2.5 [&_th]:pr-4 [&_th]:font-normal">
          <th scope="col">Product</th>
          <th scope="col" className="@max-[36rem]:hidden">
            Category
          </th>
          <th scope="col" className="text-right">
            Price
          </th>
          <th scope="col" className="text-right">
            Available
          </th>
          <th scope="col" className="pr-0! text-right @max-[30rem]:hidden">
            Promised
          </th>
        </tr>
      </thead>
      <tbody className="[&_td]:py-3 [&_td]:pr-4 [&_td]:align-baseline">
        {products.map(({ productId, name, category, unitPrice, isWithdrawn, stock }) => (
          <tr key={productId} className="relative border-line border-b hover:bg-card">
            <td>
              <Link
                href={productPage(productId)}
                prefetch={false}
                className={`${textLinkStyle} after:absolute after:inset-0`}
              >
                {name}
              </Link>
              {isWithdrawn && <span className="pl-2 text-muted text-sm">withdrawn</span>}
            </td>
            <td className="text-muted @max-[36rem]:hidden">{category}</td>
            <td className="text-right font-mono text-sm tabular-nums">{formatMoney(unitPrice)}</td>
            <td className="text-right font-mono text-sm tabular-nums">
              {stock ? formatCount(stock.available) : <span className="text-muted">not counted</span>}
            </td>
            <td className="pr-0! text-right font-mono text-sm tabular-nums @max-[30rem]:hidden">
              {stock ? formatCount(stock.reserved) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
