import { parseCondition, parseStreamValue } from '../../wire/condition/parse-condition'
import type { SearchableType } from '../../wire/searchable-type'
import type { ScanQuestion } from './question'

/** Where playback stops, while it is enabled. */
export type Breakpoint = { readonly enabled: boolean } & (
  | { readonly type: 'type'; readonly eventType: string }
  /** Where it becomes true. */
  | { readonly type: 'condition'; readonly text: string }
  /** Where the value becomes another: `total`, `quantity("Ceramic Mug")`, `items[mug].quantity`. */
  | { readonly type: 'path'; readonly text: string }
)

/** Names a breakpoint: two of one key stop at the same places. */
export const breakpointKey = (breakpoint: Breakpoint): string =>
  `${breakpoint.type} ${breakpoint.type === 'type' ? breakpoint.eventType : breakpoint.text}`

/** What finds the places; undefined where streams of this type can't be asked for them. */
export const breakpointQuestion = (
  breakpoint: Breakpoint,
  { eventNames, vocabulary }: Pick<SearchableType, 'eventNames' | 'vocabulary'>,
): ScanQuestion | undefined => {
  switch (breakpoint.type) {
    case 'type': {
      const { eventType } = breakpoint
      if (!eventNames.includes(eventType)) return undefined
      return { type: 'matches', filter: [{ type: 'type', types: [eventType], negated: false }] }
    }
    case 'condition': {
      const parsed = parseCondition(breakpoint.text, vocabulary)
      return parsed.type === 'parsed' ? { type: 'turns', condition: parsed.found } : undefined
    }
    case 'path': {
      const parsed = parseStreamValue(breakpoint.text, vocabulary)
      return parsed.type === 'parsed' ? { type: 'changes', value: parsed.found } : undefined
    }
  }
}
