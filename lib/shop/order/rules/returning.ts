import { accept, type Decision, reject } from '../../../kit/kernel/decider'
import type { RequestReturn, ReturnItems } from '../commands'
import type { OrderReturned, ReturnRequested } from '../events'
import { kept, type OrderLine, type OrderState } from '../state'
import { type PiecesRejection, piecesOf, whyNotThere } from './pieces'

export type ReturnRejection = PiecesRejection | { readonly type: 'ReasonMissing' }

/** Announces what comes back: of what was delivered, and wasn't announced or returned before. */
export const requestReturn = (
  { lines, reason }: RequestReturn,
  order: OrderState,
): Decision<ReturnRequested, ReturnRejection> => {
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  const wrong = whyNotThere(order, lines, unannounced)
  if (wrong) return reject(wrong)
  return accept({ type: 'ReturnRequested', data: { lines: piecesOf(lines), reason } })
}

const unannounced = (line: OrderLine): number => kept(line) - line.returning

/** What came back, announced or not: up to what was delivered. */
export const returnItems = (
  { lines, reason, restock }: ReturnItems,
  order: OrderState,
): Decision<OrderReturned, ReturnRejection> => {
  if (reason.trim() === '') return reject({ type: 'ReasonMissing' })
  const wrong = whyNotThere(order, lines, kept)
  if (wrong) return reject(wrong)
  return accept({ type: 'OrderReturned', data: { lines: piecesOf(lines), reason, restock } })
}
