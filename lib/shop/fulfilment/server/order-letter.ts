import type { OrderState } from '../../order/state'
import type { Letter } from '../../server/mail/letter'
import { writeMoney } from './write-money'

/** What an order's mail is about. */
export type OrderMailAbout = 'confirmed' | 'shipped' | 'cancelled'

interface Told {
  readonly name: string
  readonly order: OrderState
  /** Which shipment is told of. */
  readonly shipment?: string | undefined
  readonly url: string
}

const listed = 20

/** What the shop writes to whom an order goes to. */
export const orderLetter = (about: OrderMailAbout, told: Told): Letter => {
  const { number } = told.order
  const letter = letters[about](told)
  return {
    ...letter,
    subject: `${letter.title.replace(/\.$/, '')}: order ${number} at Hindsight`,
    links: [{ words: 'Look at your order', url: told.url }],
    notes: ['You get this since you ordered at Hindsight.'],
  }
}

type Words = Pick<Letter, 'title' | 'paragraphs'>

const letters: Readonly<Record<OrderMailAbout, (told: Told) => Words>> = {
  confirmed: ({ name, order }) => ({
    title: 'Thank you for your order.',
    paragraphs: [
      `Hello ${name}, your order ${order.number} is confirmed: ${piecesOf(order, order.lines)}.`,
      `It comes to ${writeMoney(order.amounts.total)}. Nothing is charged to your card before it is sent.`,
    ],
  }),
  shipped: ({ name, order, shipment }) => {
    const sent = order.shipments.find((each) => each.shipment === shipment)
    const tracking = [sent?.carrier, sent?.trackingNumber].filter(Boolean).join(', ')
    return {
      title: 'It is on its way.',
      paragraphs: [
        `Hello ${name}, of your order ${order.number} these were sent: ${piecesOf(order, sent?.lines ?? [])}.`,
        ...(tracking === '' ? [] : [`You can follow them: ${tracking}.`]),
      ],
    }
  },
  cancelled: ({ name, order }) => ({
    title: 'Your order was cancelled.',
    paragraphs: [
      `Hello ${name}, your order ${order.number} was cancelled${whyOf(order)}.`,
      'What was kept for it on your card is free again; what was charged is given back.',
    ],
  }),
}

const whyOf = ({ cancelledBy }: OrderState): string => {
  if (cancelledBy === 'payment') return ': its payment did not go through'
  return cancelledBy === 'time' ? ': it was not paid in time' : ''
}

const piecesOf = (
  { lines }: OrderState,
  pieces: readonly { readonly lineId: string; readonly quantity: number }[],
): string => {
  const names = pieces.slice(0, listed).map(({ lineId, quantity }) => {
    const line = lines.find((each) => each.lineId === lineId)
    return `${quantity} x ${line?.productName ?? lineId}`
  })
  const more = pieces.length - names.length
  return `${names.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}
