import { Argument, InvalidArgumentError, Option, program } from 'commander'
import { steer } from '../lib/kit/server/relay/steer'
import { type TargetState, targetStates } from '../lib/kit/server/relay/target-states'
import { waitingEvents } from '../lib/kit/server/relay/waiting-events'
import type { RelayAnswer, RelayRequest } from '../lib/kit/wire/api-relay'
import { readConfig } from '../lib/shop/server/config'
import { withShop } from '../lib/shop/server/with-shop'
import { number, positionOr, print, runProgram, shown } from './console'

const { relayTargets } = readConfig()
const names = relayTargets.map(({ name }) => name)

const target = () => new Argument('<target>', 'its name, as RELAY has it').choices(names)

const position = positionOr('It must be a position of the log.')

const instant = (text: string): string => {
  const time = new Date(text)
  if (!Number.isNaN(time.getTime())) return time.toISOString()
  throw new InvalidArgumentError('It must be a time like 2026-11-21T14:03:22Z.')
}

const sentenceOf = ({
  name,
  place,
  status,
  position,
  behind,
  waiting,
  parked,
  trouble,
}: TargetState): string =>
  [
    `${name} (${place}): ${status}, at ${number(position)}, ${behind === 0 ? 'up to date' : `${number(behind)} behind`}`,
    waiting > 0 && `${number(waiting)} wait, ${number(parked)} of them parked`,
    trouble,
  ]
    .filter(Boolean)
    .join('; ')

program.name('npm run relay --').description('Where the log is relayed to, and what waits.')

program
  .command('list', { isDefault: true })
  .description('all targets')
  .action(() =>
    withShop(async ({ pool }) => {
      for (const state of await targetStates(pool, relayTargets)) print(sentenceOf(state))
      if (names.length === 0) print('RELAY names no target')
    }),
  )

program
  .command('waiting')
  .description(`the first ${shown} events that a target refused`)
  .addArgument(target())
  .action((name: string) =>
    withShop(async ({ pool }) => {
      const waiting = await waitingEvents(pool, name, { after: 0, limit: shown })
      for (const { position, eventType, streamType, streamId, attempts, error, dueAt, behind } of waiting) {
        const next = dueAt ? `tried again at ${dueAt}` : 'parked'
        print(
          `Position ${position}, ${eventType} of ${streamType}/${streamId}, tried ${attempts + 1} times, ${next}; ${behind} behind it\n${error}`,
        )
      }
      if (waiting.length === 0) print('Nothing was refused')
    }),
  )

/** Does something with a target, and says what came of it. */
const steerTarget = (name: string, request: RelayRequest, told: (answer: RelayAnswer) => string) =>
  withShop(async ({ pool, store }) => {
    const answer = await steer({ sql: pool, store }, name, request)
    print(told(answer))
    if (!answer.done) process.exitCode = 1
  })

program
  .command('pause')
  .description('lets a target rest, on every node')
  .addArgument(target())
  .action((name: string) =>
    steerTarget(name, { type: 'pause' }, ({ done }) => (done ? `${name} rests` : `${name} didn't run`)),
  )

program
  .command('resume')
  .description('lets a target that rests go on')
  .addArgument(target())
  .action((name: string) =>
    steerTarget(name, { type: 'resume' }, ({ done }) =>
      done ? `${name} goes on` : `${name} ran already, or never did`,
    ),
  )

program
  .command('retry')
  .description('tries again at once what waits: the event at a position, or all that was parked')
  .addArgument(target())
  .argument('[position]', 'of the event, as `waiting` tells it', position)
  .action((name: string, only?: number) =>
    steerTarget(name, { type: 'retry', position: only }, ({ done }) =>
      done ? 'It is tried again' : 'Nothing like that waits',
    ),
  )

program
  .command('give-up')
  .description('never sends an event that waits; what waits behind it goes on')
  .addArgument(target())
  .argument('<position>', 'of the event, as `waiting` tells it', position)
  .action((name: string, at: number) =>
    steerTarget(name, { type: 'giveUp', position: at }, ({ done }) =>
      done ? 'It is never sent' : 'Nothing like that waits',
    ),
  )

interface ReplayOptions {
  readonly from?: number
  readonly since?: string
  readonly only?: number
}

const replayOf = ({ from, since, only }: ReplayOptions): RelayRequest => {
  if (only !== undefined) return { type: 'replay', from: { type: 'event', position: only } }
  if (from !== undefined) return { type: 'replay', from: { type: 'position', position: from } }
  if (since !== undefined) return { type: 'replay', from: { type: 'time', since } }
  return { type: 'replay', from: { type: 'beginning' } }
}

program
  .command('replay')
  .description('sends the log again: all of it, or from somewhere on. A broker is sent what it lacks of it')
  .addArgument(target())
  .addOption(
    new Option('--from <position>', 'from a position on').argParser(position).conflicts(['since', 'only']),
  )
  .addOption(
    new Option('--since <time>', 'what was recorded since then').argParser(instant).conflicts('only'),
  )
  .addOption(new Option('--only <position>', 'one event alone').argParser(position))
  .action((name: string, options: ReplayOptions) =>
    steerTarget(name, replayOf(options), ({ done, from }) =>
      done ? `It is sent again from position ${from}` : 'There is no such event, or it was not sent yet',
    ),
  )

await runProgram()
