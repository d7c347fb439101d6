import { readFileSync } from 'node:fs'
import { InvalidArgumentError, program } from 'commander'
import type { Result } from '../lib/shop/testing/siege/siege'
import { print } from './console'
import { ensureBuilt, ensureGenerated } from './prepare'

/** Others have to be answered within this, in 99 of 100 cases. */
const boundMs = 1_000

const seconds = (text: string): number => {
  const value = Number(text)
  if (value >= 1 && value <= 60) return value
  throw new InvalidArgumentError('Give it 1 to 60 seconds.')
}

const scale = (text: string): number => {
  const value = Number(text)
  if (value > 0 && value <= 1) return value
  throw new InvalidArgumentError('Give it a part of the whole: more than 0, 1 at most.')
}

interface Options {
  readonly url?: string
  readonly seconds: number
  readonly scale: number
}

const residentBytes = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}

const siege = async (options: Options): Promise<void> => {
  ensureGenerated()
  ensureBuilt()
  const { lay } = await import('../lib/shop/testing/siege/siege')
  const { startBesieged } = await import('../lib/shop/testing/siege/besieged')
  const { kinds } = await import('../lib/shop/testing/siege/bystanders')
  const { ascending, percentile } = await import('../bench/percentile')
  const own = options.url ? undefined : await startBesieged()
  const url = options.url ?? (own as { url: string }).url
  let isHeld = true

  const tell = ({ name, outcome, waits, peakMemory }: Result) => {
    const columns = kinds.map((kind) => {
      const sorted = ascending(waits[kind].ms)
      const [p50, p99, max] = [percentile(sorted, 50), percentile(sorted, 99), sorted.at(-1) ?? 0].map(
        Math.round,
      )
      const { failed } = waits[kind]
      if ((p99 ?? 0) > boundMs || failed > 0) isHeld = false
      return `${p50} / ${p99} / ${max}${failed > 0 ? `, ${failed} failed` : ''}`
    })
    const told = Object.entries(outcome).map(([what, count]) => `${what}: ${count}`)
    const memory = peakMemory > 0 ? `${Math.round(peakMemory / 1_048_576)} MB` : '-'
    print(`| ${[name, told.join(', '), ...columns, memory].join(' | ')} |`)
  }

  try {
    print(`Each figure: p50 / p99 / max in ms, of what others waited for during the attack.\n`)
    print(`| attack | what came of it | ${kinds.join(' | ')} | peak memory |`)
    print(`| --- | --- | ${kinds.map(() => '---:').join(' | ')} | ---: |`)
    await lay({
      url,
      holdMs: options.seconds * 1_000,
      scale: options.scale,
      memory: () => (own ? residentBytes(own.pid) : 0),
      onDone: tell,
    })
  } finally {
    await own?.remove()
  }
  print(isHeld ? '\nNobody else waited too long' : `\nOthers waited for more than ${boundMs} ms, or in vain`)
  process.exitCode = isHeld ? 0 : 1
}

await program
  .name('npm run siege --')
  .description(
    'Attacks a shop on this machine in every way known, while others shop there, and prints what they waited.',
  )
  .option('--url <url>', 'a shop of this build that runs on this machine; one of its own when left out')
  .option('--seconds <n>', 'how long an attack goes on that has no end of its own', seconds, 8)
  .option('--scale <part>', 'how much of each attack is sent', scale, 1)
  .action(siege)
  .parseAsync()
