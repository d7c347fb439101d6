import type { IsBefore, ReadValue } from './ranges'
import { invalid } from './tokens'

const shape = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?)?)?$/

/** What the shortest form of a moment leaves out. */
const rest = '0000-01-01T00:00:00.000'

/** From when on, and until before when, in ISO 8601 (UTC). */
export interface SearchSpan {
  readonly start: string
  readonly end: string
}

/** The year, month, day, minute, second or millisecond (UTC) that a text names; nothing where there is none such. */
export const spanOf = (text: string): SearchSpan | undefined => {
  if (!shape.test(text) || text < '1' || text >= '9999') return undefined
  const start = `${text}${rest.slice(text.length)}Z`
  const begins = new Date(start)
  if (Number.isNaN(begins.getTime()) || begins.toISOString() !== start) return undefined
  return { start, end: endOf(begins, text.length).toISOString() }
}

const endOf = (begins: Date, length: number): Date => {
  const end = new Date(begins)
  if (length === 4) end.setUTCFullYear(begins.getUTCFullYear() + 1)
  else if (length === 7) end.setUTCMonth(begins.getUTCMonth() + 1)
  else if (length === 10) end.setUTCDate(begins.getUTCDate() + 1)
  else end.setTime(begins.getTime() + (length === 16 ? 60_000 : length === 19 ? 1_000 : 10 ** (23 - length)))
  return end
}

export const readMoment: ReadValue = (piece) => {
  const text = piece.text.toUpperCase().replace(/Z$/, '')
  return spanOf(text)
    ? text
    : invalid(
        piece,
        `${piece.text || 'This'} is no time; write it like 2026, 2026-11, 2026-11-21 or 2026-11-21T14:30`,
      )
}

export const isMomentBefore: IsBefore = (a, b) => (spanOf(a)?.start ?? '') < (spanOf(b)?.start ?? '')
