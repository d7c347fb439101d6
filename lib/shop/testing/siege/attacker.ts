import { setPriority } from 'node:os'
import { attacks } from './attacks'
import type { Target } from './target'
import type { Visitor } from './visitor'

export interface Order {
  readonly nth: number
  readonly scale: number
  readonly target: Target
  readonly visitor: Visitor
  readonly holdMs: number
}

/** The attacker's process: whoever attacks a shop has machines of their own, so it gives way to the shop's. */
const main = async (): Promise<void> => {
  const { nth, scale, target, visitor, holdMs } = JSON.parse(process.argv[2] ?? '') as Order
  setPriority(10)
  const outcome = await attacks(scale)[nth]?.run(target, visitor, holdMs)
  process.send?.(outcome)
  process.disconnect()
}

process.on('disconnect', () => process.exit())
await main()
