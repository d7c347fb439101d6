import { openSync, readFileSync, writeSync } from 'node:fs'

/** What was begun, and what it came to; no end when the process came to its own first. */
export interface Entry<Begun, End> {
  readonly begun: Begun
  /** Microseconds of the machine's monotonic clock, which all processes share. */
  readonly begunAt: number
  readonly end?: End
  readonly endedAt?: number
}

type Line<Begun, End> =
  | { readonly id: number; readonly at: number; readonly begun: Begun }
  | { readonly id: number; readonly at: number; readonly end: End }

const now = (): number => Number(process.hrtime.bigint() / 1000n)

/** Writes down what is begun before it is, and its end after: both survive a `kill -9`. A file for each process. */
export const openJournal = <Begun, End>(file: string) => {
  const descriptor = openSync(file, 'w')
  const write = (line: Line<Begun, End>) => writeSync(descriptor, `${JSON.stringify(line)}\n`)
  let entries = 0
  return {
    begin: (begun: Begun): ((end: End) => void) => {
      const id = entries++
      write({ id, at: now(), begun })
      return (end) => write({ id, at: now(), end })
    },
  }
}

/** A journal's entries in the order they began. */
export const readJournal = <Begun, End>(file: string): Entry<Begun, End>[] => {
  // What follows the last line break was cut off while it was written.
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  const entries: Entry<Begun, End>[] = []
  for (const line of lines.map((text) => JSON.parse(text) as Line<Begun, End>)) {
    const { id, at } = line
    if ('begun' in line) entries[id] = { begun: line.begun, begunAt: at }
    else entries[id] = { ...(entries[id] as Entry<Begun, End>), end: line.end, endedAt: at }
  }
  return entries
}
