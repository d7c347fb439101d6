import type { RowFault, TableRow } from '../table'
import { splitFields } from './fields'
import type { Line } from './lines'

/** A field may run over so many line ends, and be so long. This also bounds what is held and read again. */
const limits = { lines: 100, characters: 65_536 }

interface Options {
  readonly separator: string
  /** How many columns a row has. */
  readonly columns: number
  /** Is it surely a row of its own? */
  readonly isRow: (fields: readonly string[]) => boolean
  /** What is asked for of a row's fields. */
  readonly pick: (fields: readonly string[]) => readonly string[]
}

/**
 * Makes rows of lines. Where a field's quote is still open at a line's end, the lines behind it belong to it, but
 * only if they look like no rows of their own and the quote is closed as it should be. Else the line with the quote
 * is refused, and reading goes on with the line behind it: a stray quote swallows nothing.
 */
export const createRecords = ({ separator, columns, isRow, pick }: Options) => {
  /** The lines since the one whose quote is open. */
  let held: Line[] = []
  let text = ''
  let rows: TableRow[] = []

  const begin = (line: Line): void => {
    const place = { line: line.number, lines: 1 }
    if (line.isTooLong) return void rows.push({ ...place, type: 'refused', reason: 'lineTooLong' })
    const { values, isOpen } = splitFields(line.text, separator)
    if (isOpen) {
      held = [line]
      text = line.text
    } else if (values.every((value) => value.trim() === '')) rows.push({ ...place, type: 'blank' })
    else if (values.length !== columns) rows.push({ ...place, type: 'refused', reason: 'wrongColumns' })
    else rows.push({ ...place, type: 'values', values: pick(values) })
  }

  /** What speaks against the line belonging to the open field; undefined when it does. */
  const extend = (line: Line): RowFault | undefined => {
    // With its quotes and without: one of them may be astray in this line, too.
    const readings = [splitFields(line.text, separator).values, line.text.split(separator)]
    if (readings.some(isRow)) return 'quoteOverRows'
    const isBeyond = held.length === limits.lines || text.length + line.text.length > limits.characters
    if (line.isTooLong || isBeyond) return 'quoteNotClosed'
    held.push(line)
    text += `\n${line.text}`
    if (!line.text.includes('"')) return undefined
    const { values, isOpen, hasStrayQuote } = splitFields(text, separator)
    if (hasStrayQuote || (!isOpen && values.length !== columns)) {
      held.pop()
      return 'quoteNotClosed'
    }
    if (isOpen) return undefined
    const [{ number }] = held as [Line]
    rows.push({ line: number, lines: held.length, type: 'values', values: pick(values) })
    held = []
    return undefined
  }

  /** Refuses the line with the open quote; answers with those behind it, to be read for themselves. */
  const giveUp = (reason: RowFault): Line[] => {
    const [{ number }, ...others] = held as [Line, ...Line[]]
    rows.push({ line: number, lines: 1, type: 'refused', reason })
    held = []
    return others
  }

  const read = (line: Line): void => {
    const waiting = [line]
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (held.length === 0) {
        begin(next)
        continue
      }
      const fault = extend(next)
      if (fault) waiting.push(next, ...giveUp(fault).reverse())
    }
  }

  const taken = (): TableRow[] => {
    const done = rows
    rows = []
    return done
  }

  return {
    /** The rows that the lines complete. */
    add: (lines: readonly Line[]): TableRow[] => {
      for (const line of lines) read(line)
      return taken()
    },
    /** The rows that are left when no line follows. */
    end: (): TableRow[] => {
      while (held.length > 0) for (const line of giveUp('quoteNotClosed')) read(line)
      return taken()
    },
  }
}
