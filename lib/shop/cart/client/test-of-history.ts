import { judge, type Verdict } from '../../../kit/history/what-if-judge'
import type { Known } from '../../../kit/history/what-if-rules'
import { exhaustive } from '../../../kit/kernel/exhaustive'
import { cart } from '../cart'
import type { CartCommand } from '../commands'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import type { CartState } from '../state'
import { cartRules, commandOf, partByCommand } from '../what-if-cart'
import { Code, source } from './test-of-history-source'

export interface CartSlice {
  readonly cartId: string
  /** What led to the slice: all events before it, or the state they came to. */
  readonly given: readonly CartEvent[] | CartState
  /** What is tested: one event or more, with all events of a restore. */
  readonly events: readonly CartEvent[]
}

/** A longer past is given as the state it came to. */
const longestGiven = 50

/**
 * The text of a test, to be put into `lib/shop/cart/`. It plays the commands that the slice's events came from and
 * wants what the rules answer: those events; for such as were never asked for (imports), what would become of them.
 */
export const testOfHistory = ({ cartId, given, events }: CartSlice): string => {
  const base = baseOf(given)
  const told = base.version === 0 && Array.isArray(given) ? given : []
  const story = [...told, ...events].map(({ type, data }) => ({ type, data }) as CartEvent)
  const moments = momentsOf(base, story).filter(({ until }) => until > told.length)
  const first = base.version + (moments[0]?.from ?? 0) + 1
  const last = base.version + story.length
  const start = base.version === 0 ? "cart.initial('stream-1')" : 'before'
  return `${headOf(base)}const story: CartEvent[] = ${source(story, 0, 'const story: CartEvent[] = '.length)}

describe(${source(`cart ${cartId}, version ${first}${first === last ? '' : ` to ${last}`}`)}, () => {
${moments.map((moment) => caseOf(moment, base)).join('\n\n')}

  it('comes to what it came to', () => {
    expect(cart.fold(${start}, story)).toEqual(${source(cart.fold(base, story), 4, 60)})
  })
})
`
}

const baseOf = (given: readonly CartEvent[] | CartState): CartState => {
  const initial = cart.initial('stream-1')
  if ('status' in given) return given.version === 0 ? initial : given
  return given.length > longestGiven ? cart.fold(initial, given) : initial
}

const headOf = (base: CartState): string => {
  const imports = [
    importOf('{ describe, expect, it }', 'vitest'),
    importOf('{ given }', '../../kit/testing/given'),
    importOf('{ cart }', './cart'),
    importOf('type { CartEvent }', './events'),
  ]
  if (base.version === 0) return `${imports.join('\n')}\n\n`
  return `${[...imports, importOf('type { CartState }', './state')].join('\n')}

const before: CartState = ${source(base, 0, 'const before: CartState = '.length)}
const later: typeof cart = { ...cart, initial: () => before }

`
}

const importOf = (names: string, path: string): string => `import ${names} from ${source(path)}`

/** The events of one command: `from` and `until` count the story's events before and up to them. */
interface Moment {
  readonly from: number
  readonly until: number
  readonly events: readonly CartEvent[]
  readonly before: CartState
  readonly known: Known<CartState>
}

const momentsOf = (base: CartState, story: readonly CartEvent[]): Moment[] => {
  const stateAt = (version: number) =>
    version < base.version ? undefined : cart.fold(base, story.slice(0, version - base.version))
  let from = 0
  let before = base
  return partByCommand(story, base.version).map((events) => {
    const truth = cart.fold(before, events)
    const moment = { from, until: from + events.length, events, before, known: { stateAt, truth } }
    from = moment.until
    before = truth
    return moment
  })
}

const caseOf = ({ from, until, events, before, known }: Moment, base: CartState): string => {
  const command = commandOf(events, known)
  const decider = base.version === 0 ? 'cart' : 'later'
  const history = from === 0 ? '' : `, ...story.slice(0, ${from})`
  const verdict = judge(cartRules, events, before, known)
  return `  it(${source(`${command.type} at version ${before.version}`)}, () => {
    given(${decider}${history})
      .when(${source(asWritten(command, base), 6, 12)})
      .${thenOf(verdict, from, until)}
  })`
}

/** The cart a restore goes back to is told by the story, where the story has come by it. */
const asWritten = (command: CartCommand, base: CartState): object => {
  if (!('offers' in command)) return command
  const offers = new Code(`new Map(${source([...(command.offers ?? [])], 8, 20)})`)
  if (command.type !== 'RestoreCart') return { ...command, offers }
  if (command.past.version < base.version) return { ...command, offers }
  const start = base.version === 0 ? "cart.initial('stream-1')" : 'before'
  const count = command.past.version - base.version
  return { ...command, offers, past: new Code(`cart.fold(${start}, story.slice(0, ${count}))`) }
}

const thenOf = (verdict: Verdict<CartEvent, CartRejection>, from: number, until: number): string => {
  switch (verdict.type) {
    case 'accepted':
      return `then(...story.slice(${from}, ${until}))`
    case 'adjusted':
      return `then(...${source(verdict.events, 6, 15)})`
    case 'idle':
      return 'thenNothing()'
    case 'refused':
      return `thenRejected(${source(verdict.rejection, 6, 21)})`
    default:
      return exhaustive(verdict)
  }
}
