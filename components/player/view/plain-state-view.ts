import { isRecord } from '@/lib/kit/history/diff'
import { StructureView } from '../compare/structure-view'
import type { HintOf } from './plain-sentence'
import type { StateView } from './state-view'

/** How states are read of which nothing is known: by the places in them. */
export const plainStateView = (hintOf: HintOf): StateView => ({
  Difference: StructureView,
  keyOf: (thing) => (isRecord(thing) && typeof thing.id === 'string' ? thing.id : undefined),
  hintOf,
})
