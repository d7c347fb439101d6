import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { figure } from './table'

const blockBytes = 8_192
/** As long as a file of Postgres' write-ahead log, and there beforehand as that is: a flush writes its data only. */
const fileBytes = 16 * 1_048_576

/**
 * How often a second the disk under the directory takes 8 kB to where they survive a loss of power, one write after another: no
 * more commits can follow on each other, unless they share a flush. Blocks the process meanwhile.
 */
export const measureFlushRate = (directory: string, milliseconds = 1_000): number => {
  const path = join(directory, `flush-${uuidv7()}`)
  const file = openSync(path, 'wx')
  try {
    writeSync(file, Buffer.alloc(fileBytes))
    fdatasyncSync(file)
    return flushFor(file, milliseconds)
  } finally {
    closeSync(file)
    rmSync(path)
  }
}

const flushFor = (file: number, milliseconds: number): number => {
  const block = Buffer.alloc(blockBytes, 1)
  const begun = performance.now()
  let flushes = 0
  for (;;) {
    writeSync(file, block, 0, blockBytes, (flushes * blockBytes) % fileBytes)
    fdatasyncSync(file)
    flushes++
    const passed = performance.now() - begun
    if (passed >= milliseconds) return (flushes / passed) * 1_000
  }
}

/** For a person to read, beside figures that hang on it. */
export const describeFlushRate = (directory: string): string =>
  `${figure(measureFlushRate(directory))} flushes of the disk a second`
