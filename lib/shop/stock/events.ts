/** Goods came in: the first begins the count. */
export interface StockReceived {
  readonly type: 'StockReceived'
  readonly data: { readonly quantity: number; readonly reason?: string | undefined }
}

/** Somebody counted what is on the shelf, what is promised to orders included. */
export interface StockCounted {
  readonly type: 'StockCounted'
  readonly data: { readonly quantity: number }
}

/** From here on the product is sold without being counted. */
export interface CountingStopped {
  readonly type: 'CountingStopped'
  readonly data: Readonly<Record<string, never>>
}

/** So many are promised to an order, besides those that it has already. */
export interface StockReserved {
  readonly type: 'StockReserved'
  readonly data: {
    readonly orderId: string
    readonly quantity: number
    /** Kept so long; left out, until they are released or taken. ISO 8601, UTC. */
    readonly until?: string | undefined
  }
}

/** An order gives back what was promised to it. */
export interface StockReleased {
  readonly type: 'StockReleased'
  readonly data: { readonly orderId: string; readonly quantity: number }
}

/** They left the shelf for an order. */
export interface StockTaken {
  readonly type: 'StockTaken'
  readonly data: { readonly orderId: string; readonly quantity: number }
}

/** They came back from an order, and are sold again. */
export interface StockReturned {
  readonly type: 'StockReturned'
  readonly data: { readonly orderId: string; readonly quantity: number }
}

/** They are sold no more: taken off the shelf, or come back from an order and never put onto it. */
export interface StockWrittenOff {
  readonly type: 'StockWrittenOff'
  readonly data: {
    readonly orderId?: string | undefined
    readonly quantity: number
    readonly reason: string
  }
}

export type StockEvent =
  | StockReceived
  | StockCounted
  | CountingStopped
  | StockReserved
  | StockReleased
  | StockTaken
  | StockReturned
  | StockWrittenOff
