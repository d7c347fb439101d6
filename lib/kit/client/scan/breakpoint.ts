import type { CartEventType } from '../../../shop/cart/events'
import { parseCartValue, parseCondition } from '../../wire/condition/parse-condition'
import type { Question } from './question'

/** Where playback stops, while it is enabled. */
export type Breakpoint = { readonly enabled: boolean } & (
  | { readonly type: 'type'; readonly eventType: CartEventType }
  /** Where it becomes true. */
  | { readonly type: 'condition'; readonly text: string }
  /** Where the value becomes another: `total`, `quantity("Ceramic Mug")`, `items[mug].quantity`. */
  | { readonly type: 'path'; readonly text: string }
)

/** Names a breakpoint: two of one key stop at the same places. */
export const breakpointKey = (breakpoint: Breakpoint): string =>
  `${breakpoint.type} ${breakpoint.type === 'type' ? breakpoint.eventType : breakpoint.text}`

/** What finds the places; undefined where its text says nothing that can be asked. */
export const breakpointQuestion = (breakpoint: Breakpoint): Question | undefined => {
  switch (breakpoint.type) {
    case 'type':
      return {
        type: 'matches',
        filter: [{ type: 'type', types: [breakpoint.eventType], negated: false }],
      }
    case 'condition': {
      const parsed = parseCondition(breakpoint.text)
      return parsed.type === 'parsed' ? { type: 'turns', condition: parsed.found } : undefined
    }
    case 'path': {
      const parsed = parseCartValue(breakpoint.text)
      return parsed.type === 'parsed' ? { type: 'changes', value: parsed.found } : undefined
    }
  }
}
