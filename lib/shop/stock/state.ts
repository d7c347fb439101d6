/** `none` is a product that nobody ever counted: like `uncounted`, any number of it is sold. */
export type StockStatus = 'none' | 'counted' | 'uncounted'

/** Pieces that an order has been promised. */
export interface Reservation {
  readonly orderId: string
  readonly quantity: number
  readonly until?: string | undefined
}

/** What there is of one product. */
export interface StockState {
  /** The product's. */
  readonly id: string
  readonly status: StockStatus
  /** On the shelf, what is promised included. */
  readonly onHand: number
  /** Those that are open, in the order they were made; one for each order. */
  readonly reservations: readonly Reservation[]
  /** What all of them come to. */
  readonly reserved: number
  readonly version: number
}

export const initialStock = (id: string): StockState => ({
  id,
  status: 'none',
  onHand: 0,
  reservations: [],
  reserved: 0,
  version: 0,
})

/** How many can be promised; never below zero. */
export const availableOf = ({ onHand, reserved }: Pick<StockState, 'onHand' | 'reserved'>): number =>
  onHand - reserved

/** How many an order has been promised. */
export const reservedFor = ({ reservations }: StockState, orderId: string): number =>
  reservations.find((each) => each.orderId === orderId)?.quantity ?? 0
