import { Command, InvalidArgumentError, Option } from 'commander'
import pino from 'pino'
import { createServiceKey } from '../lib/shop/server/auth/api-key'
import { readConfig } from '../lib/shop/server/config'
import { createContext } from '../lib/shop/server/context'
import { openDatabase } from '../lib/shop/server/open-database'

interface KeyOptions {
  readonly role: 'staff' | 'shopper'
  readonly name: string
  readonly budget?: number
}

const maxNameLength = 32

const keyName = (value: string): string => {
  const name = value.trim()
  if (name.length >= 1 && name.length <= maxNameLength) return name
  throw new InvalidArgumentError(`Give it 1 to ${maxNameLength} characters.`)
}

const requestsPerMinute = (value: string): number => {
  const count = Number(value)
  if (Number.isInteger(count) && count >= 1 && count <= 1_000_000) return count
  throw new InvalidArgumentError('Give it a whole number of requests a minute, from 1 to 1,000,000.')
}

/** Makes an API key, and prints nothing else on stdout, so that a script can take it from there. */
const createKey = async ({ role, name, budget }: KeyOptions): Promise<void> => {
  const config = readConfig()
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }))
  const database = await openDatabase(config, log)
  try {
    const { auth, close } = await createContext(config, database, log)
    try {
      const key = await createServiceKey(auth, { role, name, perMinute: budget })
      process.stderr.write(`A ${role} key, shown this once; send it as "Authorization: Bearer <key>":\n`)
      process.stdout.write(`${key}\n`)
    } finally {
      await close()
    }
  } finally {
    await database.close()
  }
}

try {
  await new Command('key:create')
    .description('Makes an API key in the database that DATABASE_URL or DATA_DIR names, and prints it.')
    .addOption(
      new Option('--role <role>', 'what it may do').choices(['staff', 'shopper']).makeOptionMandatory(),
    )
    .option('--name <text>', 'what it is called', keyName, 'API key')
    .option(
      '--budget <n>',
      'how many requests a minute it may make; as many as it can when left out',
      requestsPerMinute,
    )
    .action(createKey)
    .parseAsync()
} catch (error) {
  process.stderr.write(`No key was made: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
