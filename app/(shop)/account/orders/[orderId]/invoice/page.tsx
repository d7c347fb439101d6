import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { InvoiceSheet } from '@/components/shop/invoice/invoice-sheet'
import { PrintButton } from '@/components/shop/invoice/print-button'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { SiteHeader } from '@/components/shop/site/site-header'
import { linkStyle } from '@/components/ui/link-style'
import { streamOf } from '@/lib/kit/streams/stream-of'
import { id } from '@/lib/kit/wire/text'
import { readInvoice } from '@/lib/shop/invoices/server/read-invoice'
import { storedOrder } from '@/lib/shop/order/wire/stored-order'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'

export const metadata: Metadata = { title: 'Invoice' }

interface InvoicePageProps {
  readonly params: Promise<{ orderId: string }>
}

export default async function InvoicePage({ params }: InvoicePageProps) {
  const orderId = id.safeParse((await params).orderId).data
  if (!orderId) notFound()
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage(`/account/orders/${orderId}/invoice`))
  const context = getContext()
  if ((await context.access.see(identity, streamOf(storedOrder, orderId))) !== 'seen') notFound()
  const invoice = await readInvoice(context, orderId)
  return (
    <>
      <div className="print:hidden">
        <SiteHeader identity={identity} />
      </div>
      <main id="main" className="mx-auto max-w-4xl px-4 py-8 sm:px-6 lg:px-8 print:max-w-none print:p-0">
        <p className="flex flex-wrap items-center justify-between gap-4 pb-6 print:hidden">
          <Link href={`/account/orders/${orderId}`} className={linkStyle}>
            Back to the order
          </Link>
          {invoice && <PrintButton />}
        </p>
        {invoice ? (
          <InvoiceSheet invoice={invoice} />
        ) : (
          <div className="py-16 text-center">
            <p className="font-display text-3xl">No invoice yet</p>
            <p className="mx-auto mt-2 max-w-sm text-balance text-md text-muted">
              It is written when the order is confirmed.
            </p>
          </div>
        )}
      </main>
    </>
  )
}
