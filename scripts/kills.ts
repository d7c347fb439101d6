import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvalidArgumentError, Option, program } from 'commander'
import { createLog } from '../lib/kit/server/log'
import { openEmbedded } from '../lib/kit/testing/chaos/open-embedded'
import { testSecret } from '../lib/kit/testing/connections'
import { killProcesses } from '../lib/kit/testing/kills/kill-processes'
import { killFulfilment } from '../lib/shop/testing/kills/kill-fulfilment'
import { print } from './console'

const count = (text: string): number => {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number from 1 to 99999.')
}

const tellEvery = 50

program
  .name('npm run kills --')
  .description(
    'Kills an app at random moments while processes of three steps are under way, or while orders are paid, shipped and cancelled, and checks that each is done, and charged, once.',
  )
  .option('--kills <n>', 'how often', count, 100)
  .addOption(
    new Option('--what <what>', 'what is under way').choices(['processes', 'orders']).default('processes'),
  )
  .action(async ({ kills, what }: { kills: number; what: 'processes' | 'orders' }) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-kills-'))
    const database = await openEmbedded(dataDir, createLog('silent'))
    try {
      const { faults, ...counts } = await (what === 'orders' ? killFulfilment : killProcesses)({
        databaseUrl: database.ownerUrl,
        secret: testSecret,
        masterKey: randomBytes(32).toString('base64'),
        kills,
        dice: Math.random,
        onKill: (nth, done) => nth % tellEvery === 0 && print(`Killed ${nth} times, ${done} done outside`),
      })
      print(JSON.stringify(counts))
      for (const fault of faults.slice(0, 20)) print(`BROKEN ${fault}`)
      print(faults.length === 0 ? 'Nothing broken' : `${faults.length} promises broken`)
      process.exitCode = faults.length === 0 ? 0 : 1
    } finally {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  })

await program.parseAsync()
