import { createTextOfRuns } from './strings'
import type { XmlHandlers } from './xml'

/** A row's cells by their columns, from 0; what is empty isn't there. */
export interface SheetRow {
  /** As Excel counts it, from 1. */
  readonly number: number
  readonly cells: readonly (string | undefined)[]
}

/** Further columns aren't looked at: a sheet may have 16,384. */
const maxColumns = 1_000

/** What makes rows of a sheet's tags. */
export const createRowReader = (strings: readonly string[], onRow: (row: SheetRow) => void): XmlHandlers => {
  const inline = createTextOfRuns()
  let number = 0
  let cells: (string | undefined)[] = []
  let column = -1
  let type = ''
  let value = ''
  let isValue = false

  return {
    open: (tag, attributes) => {
      if (tag === 'row') {
        number = Number(attributes.r) || number + 1
        cells = []
        column = -1
      } else if (tag === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        type = attributes.t ?? 'n'
        value = ''
        inline.begin()
      } else if (tag === 'v') isValue = true
      else inline.open(tag)
    },
    text: (text) => {
      if (isValue) value += text
      else inline.add(text)
    },
    close: (tag) => {
      if (tag === 'row') onRow({ number, cells })
      else if (tag === 'v') isValue = false
      else if (tag !== 'c') inline.close(tag)
      else if (column < maxColumns) {
        const text = type === 'inlineStr' ? inline.end() : textOf(type, value, strings)
        if (text !== '') cells[column] = text
      }
    },
  }
}

/** The column of a cell called `AB12`, from 0. */
const columnOf = (name: string): number => {
  let column = 0
  for (const letter of name) {
    const place = letter.charCodeAt(0) - 64
    if (place < 1 || place > 26) break
    column = column * 26 + place
  }
  return column - 1
}

const textOf = (type: string, value: string, strings: readonly string[]): string => {
  if (type === 's') return strings[Number(value)] ?? ''
  return type === 'n' ? numberText(value) : value
}

/**
 * A number as one would write it: Excel has 2.55 as 2.5499999999999998. Three digits behind the point get a fourth,
 * so that nobody takes the point for one of thousands.
 */
const numberText = (value: string): string => {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  const text = `${number}`
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}
