import { isRecord, type KeyOf } from '@/lib/kit/history/diff'

/** A cart's lines are told apart by their products. */
export const byProduct: KeyOf = (thing) =>
  isRecord(thing) && typeof thing.productId === 'string' ? thing.productId : undefined
