import { fork } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Order } from './attacker'
import { type AttackOutcome, attacks } from './attacks'
import { startBystander, type Waits } from './bystanders'
import { targetOf } from './target'
import { arrive, fill } from './visitor'

const program = fileURLToPath(new URL('./attacker.ts', import.meta.url))
/** Whoever attacks comes from elsewhere than the others. Loopback has more than one address on Linux only. */
const addresses =
  process.platform === 'linux'
    ? { others: '127.0.0.1', attacker: '127.0.0.66' }
    : { others: '127.0.0.1', attacker: '127.0.0.1' }
/** Longer than any attack may go on. */
const attackMs = 120_000
const breathMs = 1_000
const history = 600

export interface SiegeOptions {
  readonly url: string
  /** How long an attack that has no end of its own goes on. */
  readonly holdMs: number
  /** A part of what the whole siege sends. */
  readonly scale: number
  /** Attacks by their place in the list; all of them when left out. */
  readonly only?: readonly number[]
  /** The memory that the shop takes now, in bytes, where it can be told. */
  readonly memory: () => number
  readonly onDone: (result: Result) => void
}

export interface Result {
  readonly name: string
  readonly outcome: AttackOutcome
  readonly waits: Waits
  readonly peakMemory: number
}

/** Attacks a shop in every way known, one after another, while others shop there; tells of each what came of it. */
export const lay = async ({ url, holdMs, scale, only, memory, onDone }: SiegeOptions): Promise<void> => {
  const target = targetOf(url)
  const other = await arrive(target, addresses.others)
  const visitor = await arrive(target, addresses.attacker)
  await fill(target, visitor, Math.ceil(history * scale))
  for (const [nth, { name }] of attacks(scale).entries()) {
    if (only && !only.includes(nth)) continue
    const bystander = startBystander(target, other)
    let peakMemory = 0
    const watch = setInterval(() => {
      peakMemory = Math.max(peakMemory, memory())
    }, 100)
    await delay(breathMs)
    const outcome = await attack({ nth, scale, target, visitor, holdMs })
    await delay(breathMs)
    const waits = await bystander.stop()
    clearInterval(watch)
    onDone({ name, outcome, waits, peakMemory })
  }
}

const attack = (order: Order): Promise<AttackOutcome> =>
  new Promise((resolve, reject) => {
    const child = fork(program, [JSON.stringify(order)], { execArgv: ['--import', 'tsx'], timeout: attackMs })
    let outcome: AttackOutcome | undefined
    child.once('message', (told) => {
      outcome = told as AttackOutcome
    })
    child.once('exit', (code) => {
      if (outcome) resolve(outcome)
      else reject(new Error(`The attack ended with ${code} and told nothing`))
    })
  })
