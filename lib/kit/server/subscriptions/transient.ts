import { isOutage } from '../postgres/outage'

/** Whom an effect delivers to can't be reached, or takes nothing now. */
export class ReceiverAway extends Error {
  override name = 'ReceiverAway'
}

/** Two transactions in each other's way: one of them has to be done again. */
const clashes = new Set(['40001', '40P01', '55P03'])

/** Did it fail for a reason that lies in no event, and passes? */
export const isTransient = (error: unknown): boolean =>
  error instanceof ReceiverAway ||
  isOutage(error) ||
  clashes.has(String((error as { code?: unknown } | undefined)?.code))
