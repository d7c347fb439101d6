import { isErased } from '@/lib/kit/kernel/erased'
import type { Invoice } from '@/lib/shop/invoices/wire/invoice'
import { writtenAddress } from '@/lib/shop/wire/address/written-address'
import { countryName } from '@/lib/shop/wire/countries'
import { formatCount } from '../../ui/format'
import { Time } from '../../ui/time'
import { formatMoney } from '../money-format'
import { AmountRows, formatRate } from '../order-amounts'

/** An invoice as it is printed. */
export const InvoiceSheet = ({ invoice }: { readonly invoice: Invoice }) => {
  const { number, issuedAt, order, seller, addressee, creditNotes } = invoice
  const { contact, shippingAddress } = addressee
  const taxOf = new Map(order.amounts.lines.map(({ lineId, tax }) => [lineId, tax]))
  return (
    <article className="on-paper bg-paper px-5 py-8 text-ink sm:px-10 print:p-0">
      <header className="flex flex-wrap justify-between gap-x-10 gap-y-6">
        <div>
          <h1 className="font-display text-5xl leading-none">Invoice</h1>
          <p className="pt-2 font-mono text-md">{number}</p>
          <p className="pt-1 text-muted text-sm">
            <Time iso={issuedAt} format="full" /> · Order {order.number}
          </p>
        </div>
        {seller && (
          <address className="whitespace-pre-line text-md not-italic">
            <strong className="font-medium">{seller.name}</strong>
            {`\n${seller.address}\n${countryName(seller.country)}`}
            {seller.taxNumber && `\nTax number ${seller.taxNumber}`}
            {seller.email && `\n${seller.email}`}
          </address>
        )}
      </header>
      <address className="wrap-anywhere py-8 text-md not-italic">
        {isErased(contact) || isErased(shippingAddress)
          ? 'To somebody whose address was erased'
          : [contact.name, ...writtenAddress(shippingAddress)]
              .filter((line) => line !== '')
              .map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
      </address>
      <div className="overflow-x-auto">
        <table className="w-full border-ink border-t text-md">
          <thead className="text-left text-muted text-sm">
            <tr className="border-line border-b [&>th]:py-2 [&>th]:font-normal">
              <th scope="col">What</th>
              <th scope="col" className="pl-4 text-right">
                Quantity
              </th>
              <th scope="col" className="pl-4 text-right">
                Each
              </th>
              <th scope="col" className="pl-4 text-right">
                Tax
              </th>
              <th scope="col" className="pl-4 text-right">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map(({ lineId, productName, quantity, unitPrice }) => (
              <tr key={lineId} className="border-line border-b align-baseline [&>td]:py-2">
                <td className="wrap-anywhere">{productName}</td>
                <td className="pl-4 text-right font-mono text-sm tabular-nums">{formatCount(quantity)}</td>
                <td className="pl-4 text-right font-mono text-sm tabular-nums">{formatMoney(unitPrice)}</td>
                <td className="whitespace-nowrap pl-4 text-right font-mono text-sm tabular-nums">
                  {formatRate(taxOf.get(lineId)?.rate ?? 0)}
                </td>
                <td className="pl-4 text-right font-mono text-sm tabular-nums">
                  {formatMoney({ ...unitPrice, amount: unitPrice.amount * quantity })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="ml-auto max-w-72 pt-6">
        <AmountRows amounts={order.amounts} />
      </div>
      {creditNotes.length > 0 && (
        <section aria-label="Credit notes" className="pt-8">
          <h2 className="border-ink border-b pb-2 text-muted text-sm">Credit notes</h2>
          <ul>
            {creditNotes.map((note) => (
              <li
                key={note.number}
                className="flex flex-wrap items-baseline gap-x-4 border-line border-b py-2 text-md"
              >
                <span className="font-mono text-sm">{note.number}</span>
                <span className="wrap-anywhere min-w-0 flex-1">{note.reason}</span>
                <span className="font-mono text-sm tabular-nums">−{formatMoney(note.amount)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}
