import { InvalidArgumentError, program } from 'commander'
import type { StreamName } from '../lib/kit/events/stream-name'
import { restoreStream } from '../lib/kit/server/archive/restore-stream'
import { withOpenArchive } from '../lib/shop/server/open-archive'

const exitCodes = { restored: 0, notArchived: 1, failed: 2 }

const streamName = (text: string): StreamName => {
  const [, type, id] = /^([^/]+)\/(.+)$/.exec(text) ?? []
  if (!type || !id) throw new InvalidArgumentError('Give it like cart/<id>.')
  return { type, id }
}

program
  .name('npm run archive:restore --')
  .description('Brings a stream back from cold storage, so that it can be appended to again.')
  .argument('<stream>', 'like cart/<id>', streamName)
  .action(async (stream: StreamName) => {
    const restored = await withOpenArchive((archive) => restoreStream(archive, stream))
    const name = `${stream.type}/${stream.id}`
    process.stdout.write(
      restored.type === 'restored'
        ? `${name} is back, with ${restored.events.toLocaleString('en')} events\n`
        : `${name} is not archived\n`,
    )
    process.exitCode = exitCodes[restored.type]
  })

try {
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`Nothing was brought back: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = exitCodes.failed
}
