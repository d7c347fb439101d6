import * as z from 'zod'
import { id, plainText } from '../../../kit/wire/text'
import { type Delivery, delivery } from '../../cart/wire/commands'
import { namedMoney } from '../../wire/named-money'

/** Whether a quantity is an allowed one is the domain's rule; that it is a number at all is ours. */
const quantity = z.number('must be a number')

/** More lines than an order could have need not be read. */
const maxLines = 200

const pieces = z
  .array(z.object({ lineId: id, quantity }))
  .max(maxLines, `must be at most ${maxLines}`)
  .readonly()

const reason = plainText(200)

const confirmOrder = z.object({ type: z.literal('ConfirmOrder') })

const shipOrder = z.object({
  type: z.literal('ShipOrder'),
  shipment: id.optional().describe('Names the shipment; numbered when left out'),
  lines: pieces.optional().describe('All that is still to be shipped when left out'),
  trackingNumber: plainText(100).optional(),
  carrier: plainText(100).optional(),
})

const deliverOrder = z.object({
  type: z.literal('DeliverOrder'),
  shipment: id.optional().describe('All that are under way when left out'),
  signature: z
    .object({
      hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal digits'),
      bytes: z.int().min(0),
      type: plainText(100),
    })
    .optional()
    .describe('What was signed is kept elsewhere: what it hashes to, how large and of what type it is'),
})

const cancelOrder = z.object({ type: z.literal('CancelOrder'), reason })

const cancelItems = z.object({ type: z.literal('CancelItems'), lines: pieces, reason })

const requestReturn = z.object({ type: z.literal('RequestReturn'), lines: pieces, reason })

const returnItems = z.object({
  type: z.literal('ReturnItems'),
  lines: pieces,
  reason,
  restock: z.boolean().default(true).describe('Whether they can be sold again'),
})

const issueRefund = z.object({
  type: z.literal('IssueRefund'),
  amount: namedMoney,
  to: z.enum(['card', 'credit']),
  reason,
})

const correctAmount = z.object({
  type: z.literal('CorrectAmount'),
  corrects: id.describe("A line's id, or `shipping`"),
  oldAmount: namedMoney.describe('What it comes to, as it was seen: refused when it is another by now'),
  newAmount: namedMoney,
  reason,
})

const updateItems = z.object({
  type: z.literal('UpdateItems'),
  lines: z
    .array(
      z.union([
        z.object({ lineId: id, quantity }).describe('A line as it is, at its price, in this quantity'),
        z
          .object({ productId: id, quantity })
          .describe('A product that comes in, at the price of the catalogue'),
      ]),
    )
    .max(maxLines, `must be at most ${maxLines}`)
    .readonly()
    .describe('All that the order is to hold: what is left out goes'),
})

const types =
  'ConfirmOrder, ShipOrder, DeliverOrder, CancelOrder, CancelItems, RequestReturn, ReturnItems, IssueRefund, CorrectAmount, UpdateItems'

/** What may be asked of an order from outside, and how it is sent. What payments do is told by who carries them out. */
export const orderRequest = z.discriminatedUnion(
  'type',
  [
    confirmOrder.extend(delivery.shape),
    shipOrder.extend(delivery.shape),
    deliverOrder.extend(delivery.shape),
    cancelOrder.extend(delivery.shape),
    cancelItems.extend(delivery.shape),
    requestReturn.extend(delivery.shape),
    returnItems.extend(delivery.shape),
    issueRefund.extend(delivery.shape),
    correctAmount.extend(delivery.shape),
    updateItems.extend(delivery.shape),
  ],
  { error: ({ code }) => (code === 'invalid_union' ? `must be one of ${types}` : undefined) },
)

type Undelivered<Sent> = Sent extends unknown ? Omit<Sent, keyof Delivery> : never
export type OrderRequest = Undelivered<z.infer<typeof orderRequest>>
