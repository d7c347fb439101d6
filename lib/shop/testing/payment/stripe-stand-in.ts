import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { money } from '../../money'
import type { Refused } from '../../payment/port'
import { testCardOf } from '../../payment/test-cards'
import {
  beginTestPayment,
  captureTestPayment,
  refundTestPayment,
  releaseTestPayment,
  settleTestPayment,
  type TestPayment,
} from '../../payment/test-payment'

type Form = Readonly<Record<string, string>>

interface Intent {
  payment: TestPayment
  readonly id: string
  readonly metadata: Record<string, string>
}

interface Reply {
  readonly status: number
  readonly body: object
}

const second = 1_000
const ok = (body: object): Reply => ({ status: 200, body })
const invalid = (code: string, message: string): Reply => ({
  status: 400,
  body: { error: { type: 'invalid_request_error', code, message } },
})
const ofRefusal = ({ code, message }: Refused): Reply => invalid(code, message)

/**
 * Stripe's HTTP interface, as much of it as a shop uses: payment intents captured by hand, refunds, idempotency keys. It moves
 * money as the test provider does. What it knows stays when nobody reads its answer.
 */
export const startStripeStandIn = async () => {
  const intents = new Map<string, Intent>()
  const byKey = new Map<string, Intent>()
  const refunds: { id: string; intent: string; amount: number; key: string; currency: string }[] = []
  const answered = new Map<string, Reply>()
  const requests: string[] = []
  let lost = 0
  let repeated = 0

  const shown = ({ payment, id, metadata }: Intent) => ({
    id,
    object: 'payment_intent',
    amount: payment.amount.amount,
    currency: payment.amount.currency.toLowerCase(),
    metadata,
    status: statusOf(payment),
    next_action:
      payment.status === 'actionRequired' ? { redirect_to_url: { url: `https://3ds.test/${id}` } } : null,
    last_payment_error: payment.declined
      ? { code: 'card_declined', decline_code: payment.declined.code, message: payment.declined.message }
      : null,
    latest_charge: {
      payment_method_details: {
        card: {
          multicapture: { status: 'available' },
          capture_before: Math.floor(Date.parse(payment.expiresAt) / second),
        },
      },
    },
  })

  const create = (form: Form): Reply => {
    const card = testCardOf((form.payment_method ?? '').replace('pm_', ''))
    if (!card) return invalid('resource_missing', `No such PaymentMethod: '${form.payment_method}'`)
    const id = `pi_${intents.size + 1}`
    const amount = money(Number(form.amount), (form.currency ?? '').toUpperCase())
    const { 'metadata[key]': key = '', 'metadata[order]': orderId = '', return_url: returnUrl = '' } = form
    const asked = { orderId, key, amount, reference: form.payment_method ?? '', returnUrl }
    const payment = beginTestPayment(asked, card, new Date())
    const intent = { id, payment, metadata: { order: orderId, key } }
    intents.set(id, intent)
    byKey.set(key, intent)
    if (!payment.declined) return ok(shown(intent))
    const { code, message } = payment.declined
    const error = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: code,
      message,
      payment_intent: shown(intent),
    }
    return { status: 402, body: { error } }
  }

  const capture = (intent: Intent, form: Form): Reply => {
    const note = Object.keys(form).find((name) => name.startsWith('metadata[')) ?? ''
    const amount = money(Number(form.amount_to_capture), intent.payment.amount.currency)
    const asked = { ...ofIntent(intent), key: note, amount, isLast: form.final_capture !== 'false' }
    const { payment, answer } = captureTestPayment(intent.payment, asked, new Date())
    intent.payment = payment
    if (answer.type === 'refused') return ofRefusal(answer)
    intent.metadata[note.slice('metadata['.length, -1)] = form[note] ?? ''
    return ok(shown(intent))
  }

  const refund = (form: Form): Reply => {
    const intent = intents.get(form.payment_intent ?? '')
    if (!intent) return invalid('resource_missing', 'No such payment_intent')
    const key = form['metadata[key]'] ?? ''
    const amount = money(Number(form.amount), intent.payment.amount.currency)
    const { payment, answer } = refundTestPayment(intent.payment, { ...ofIntent(intent), key, amount })
    intent.payment = payment
    if (answer.type === 'refused') return ofRefusal(answer)
    const kept = {
      id: `re_${refunds.length + 1}`,
      intent: intent.id,
      amount: amount.amount,
      key,
      currency: amount.currency,
    }
    refunds.push(kept)
    return ok(shownRefund(kept))
  }

  const shownRefund = ({ id, amount, key, currency }: (typeof refunds)[number]) => ({
    id,
    object: 'refund',
    amount,
    currency: currency.toLowerCase(),
    status: 'succeeded',
    metadata: { key },
  })

  const cancel = (intent: Intent): Reply => {
    intent.payment = releaseTestPayment(intent.payment).payment
    return ok(shown(intent))
  }

  const answer = (method: string, { pathname, searchParams }: URL, form: Form): Reply => {
    const [, , kind, id = '', action] = pathname.split('/')
    if (kind === 'refunds') {
      if (method === 'POST') return refund(form)
      const of = refunds.filter(({ intent }) => intent === searchParams.get('payment_intent'))
      return ok({ object: 'list', data: of.map(shownRefund), has_more: false })
    }
    if (method === 'POST' && id === '') return create(form)
    if (id === 'search') {
      const key = /'([^']*)'$/.exec(searchParams.get('query') ?? '')?.[1]
      const found = byKey.get(key ?? '')
      return ok({ object: 'search_result', data: found ? [shown(found)] : [], has_more: false })
    }
    const intent = intents.get(id)
    if (!intent)
      return { status: 404, body: { error: { type: 'invalid_request_error', code: 'resource_missing' } } }
    if (action === 'capture') return capture(intent, form)
    return action === 'cancel' ? cancel(intent) : ok(shown(intent))
  }

  const http = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://stripe.test')
    const form = Object.fromEntries(new URLSearchParams(await text(request)))
    requests.push(`${request.method} ${url.pathname}`)
    const key = keyOf(request)
    const before = key && answered.get(key)
    if (before) repeated++
    const reply = before || answer(request.method ?? '', url, form)
    if (key) answered.set(key, reply)
    if (request.method === 'POST' && lost > 0) {
      lost--
      return void request.socket.destroy()
    }
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body))
  })
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))

  return {
    where: { host: '127.0.0.1', port: (http.address() as AddressInfo).port, protocol: 'http' } as const,
    /** What it was asked, in order. */
    requests,
    /** How often it was asked again for what it had done. */
    repeated: () => repeated,
    payments: () => [...intents.values()].map(({ payment }) => payment),
    /** Takes what it is asked for next, and breaks off before it answers. */
    loseAnswers: (count: number): void => {
      lost = count
    },
    confirm: async (id: string): Promise<void> => {
      const intent = intents.get(id)
      if (intent) intent.payment = settleTestPayment(intent.payment, true)
    },
    close: () => {
      http.close()
      http.closeAllConnections()
    },
  }
}

const keyOf = ({ headers }: IncomingMessage): string | undefined => headers['idempotency-key']?.toString()

const ofIntent = ({ id, payment: { orderId } }: Intent) => ({ paymentId: id, orderId })

const statusOf = ({ status, captures }: TestPayment): string => {
  switch (status) {
    case 'pending':
      return 'processing'
    case 'actionRequired':
      return 'requires_action'
    case 'declined':
      return 'requires_payment_method'
    case 'authorised':
      return 'requires_capture'
    case 'over':
      return captures.length > 0 ? 'succeeded' : 'canceled'
  }
}
