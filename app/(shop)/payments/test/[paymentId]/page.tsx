import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { ConfirmTestPayment } from '@/components/shop/payment/confirm-test-payment'
import { testPaymentWords } from '@/components/shop/payment/test-payment-words'
import { SiteHeader } from '@/components/shop/site/site-header'
import { ownTestPayment } from '@/lib/shop/payment/server/own-test-payment'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { answerTestPayment } from './actions'

export const metadata: Metadata = { title: 'Test payment' }

interface TestPaymentPageProps {
  readonly params: Promise<{ readonly paymentId: string }>
}

/** The test provider's own page, where a bank's would be: whoever pays says whether they do. */
export default async function TestPaymentPage({ params }: TestPaymentPageProps) {
  const identity = await currentIdentity()
  const payment = await ownTestPayment(getContext(), identity, (await params).paymentId)
  if (!payment) notFound()
  return (
    <>
      <SiteHeader identity={identity} />
      <AccountFrame
        title={testPaymentWords[payment.status].title}
        words={testPaymentWords[payment.status].words}
      >
        <ConfirmTestPayment payment={payment} answer={answerTestPayment} />
      </AccountFrame>
    </>
  )
}
