import { cart } from '../lib/shop/cart/cart'
import type { CartCommand } from '../lib/shop/cart/commands'
import { type CartState, cartTotal } from '../lib/shop/cart/state'
import { commandInPlace, type Floor } from './fold-floor'
import { expectSame, pace } from './fold-measure'
import { busyCommands, filledCart } from './long-cart'
import { printTable } from './table'

const length = 40_000

/** Commands on carts of 5 and 20 lines, decided and evolved one by one, against the rules changing a cart in place. */
export const benchCommands = async (): Promise<void> => {
  process.stdout.write(
    `\nCommands: ${length} on a cart in memory, of which a quarter each adds, changes, removes, and is refused.\n`,
  )
  const rows: string[][] = []
  for (const lines of [5, 20]) {
    const filled = filledCart(lines)
    const base = cart.fold(cart.initial('bench'), filled)
    const commands = busyCommands(length, lines)
    const floor = commandInPlace(filled, commands)
    expectSame(decideAndEvolve(base, commands), floor)
    expectSame(floor.refused, length / 4)
    rows.push([
      'in place (floor)',
      `${lines}`,
      ...(await pace(length, () => commandInPlace(filled, commands))),
    ])
    rows.push(['decide + evolve', `${lines}`, ...(await pace(length, () => decideAndEvolve(base, commands)))])
  }
  printTable(['a stream of commands', 'lines', 'ms', 'million commands/s'], rows)
}

const decideAndEvolve = (base: CartState, commands: readonly CartCommand[]): Floor => {
  let state = base
  let refused = 0
  for (const command of commands) {
    const decision = cart.decide(command, state)
    if (decision.type === 'rejected') refused++
    else for (const event of decision.events) state = cart.evolve(state, event)
  }
  return { totalAmount: cartTotal(state).amount, refused }
}
