import { inspect } from 'node:util'
import { benchmarks, isBenchmark } from './benchmarks'

const name = process.argv[2] ?? ''
if (!isBenchmark(name)) throw new Error(`No such benchmark: ${name}`)
try {
  await benchmarks[name]()
} catch (error) {
  // Caught here, since act-pg takes every uncaught error of the process for its own and ends it as if it were well.
  process.stderr.write(`${inspect(error)}\n`)
  process.exitCode = 1
}
