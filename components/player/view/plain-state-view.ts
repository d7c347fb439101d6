import { isRecord } from '@/lib/kit/history/diff'
import { StructureView } from '../compare/structure-view'
import type { HintOf } from './plain-sentence'
import type { StateView } from './state-view'

/** The id that things of a list mostly have. */
export const idOf = (thing: unknown): string | undefined =>
  isRecord(thing) && typeof thing.id === 'string' ? thing.id : undefined

/** How states are read of which nothing is known: by the places in them. */
export const plainStateView = (hintOf: HintOf): StateView => ({
  Difference: StructureView,
  keyOf: idOf,
  hintOf,
})
