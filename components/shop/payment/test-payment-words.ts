import type { TestPayment } from '@/lib/shop/payment/test-payment'

interface Words {
  readonly title: string
  readonly words: string
}

const moves = 'This is the page of the built-in test provider, where your bank’s would be. No money moves.'

/** What the test provider's page says of a payment. */
export const testPaymentWords: Readonly<Record<TestPayment['status'], Words>> = {
  actionRequired: { title: 'Is it you?', words: `${moves} Say whether you pay.` },
  pending: { title: 'A moment.', words: `${moves} The bank has not answered yet.` },
  authorised: { title: 'Confirmed.', words: 'You said yes. The shop goes on with your order.' },
  over: { title: 'It is over.', words: 'There is nothing to confirm any more.' },
  declined: { title: 'Not paid.', words: 'This payment was declined, and the order is cancelled.' },
}
