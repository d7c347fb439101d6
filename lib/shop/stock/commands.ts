/** Goods came in. */
export interface ReceiveStock {
  readonly type: 'ReceiveStock'
  readonly quantity: number
  readonly reason?: string | undefined
}

/** So many are on the shelf, what is promised to orders included. */
export interface CountStock {
  readonly type: 'CountStock'
  readonly quantity: number
}

/** Sells any number of it from here on. */
export interface StopCounting {
  readonly type: 'StopCounting'
}

/** Promises an order so many more. */
export interface ReserveStock {
  readonly type: 'ReserveStock'
  readonly orderId: string
  readonly quantity: number
  readonly until?: string | undefined
  /** The time now: what was kept for others until then is given to this order where there is too little. ISO 8601, UTC. */
  readonly at: string
}

/** An order needs them no more: so many, or all it has when left out. */
export interface ReleaseStock {
  readonly type: 'ReleaseStock'
  readonly orderId: string
  readonly quantity?: number | undefined
}

/** They are sent to whom they were promised. */
export interface TakeStock {
  readonly type: 'TakeStock'
  readonly orderId: string
  readonly quantity: number
}

/** They came back, and can be sold again. */
export interface ReturnStock {
  readonly type: 'ReturnStock'
  readonly orderId: string
  readonly quantity: number
}

/** They are broken, lost, or came back so. */
export interface WriteOffStock {
  readonly type: 'WriteOffStock'
  /** The order they came back from; left out where they are on the shelf. */
  readonly orderId?: string | undefined
  readonly quantity: number
  readonly reason: string
}

export type StockCommand =
  | ReceiveStock
  | CountStock
  | StopCounting
  | ReserveStock
  | ReleaseStock
  | TakeStock
  | ReturnStock
  | WriteOffStock
