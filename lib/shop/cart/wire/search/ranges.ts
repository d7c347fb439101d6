import type { InvalidQuery, ValueRange } from './query'
import { invalid, type Piece } from './tokens'

const sides = /^(>=|<=|>|<|=)?(.*)$/s

/** How one value of a range is read: to how it is kept, or to why it can't be. */
export type ReadValue = (piece: Piece) => string | InvalidQuery

/** Whether `a` lies before `b`, both as they are kept. */
export type IsBefore = (a: string, b: string) => boolean

/** Reads `50`, `>50`, `<=50`, `20..100`, `20..` and `..100`. */
export const rangeOf = (piece: Piece, read: ReadValue, isBefore: IsBefore): ValueRange | InvalidQuery => {
  const dots = piece.text.indexOf('..')
  if (dots >= 0) return betweenOf(part(piece, 0, dots), part(piece, dots + 2), piece, read, isBefore)
  const [, op = '=', rest = ''] = sides.exec(piece.text) ?? []
  const value = read(part(piece, piece.text.length - rest.length))
  return typeof value === 'string' ? { op: op as '=', value } : value
}

/** A quoted value's parts are all told to be where it is. */
const part = (piece: Piece, from: number, to = piece.text.length): Piece =>
  piece.text.length === piece.length
    ? { text: piece.text.slice(from, to), at: piece.at + from, length: to - from }
    : { ...piece, text: piece.text.slice(from, to) }

const betweenOf = (
  first: Piece,
  last: Piece,
  whole: Piece,
  read: ReadValue,
  isBefore: IsBefore,
): ValueRange | InvalidQuery => {
  if (!first.text && !last.text) return invalid(whole, 'Say where this begins or ends, like 20..100')
  const from = first.text ? read(first) : undefined
  const to = last.text ? read(last) : undefined
  if (typeof from === 'object') return from
  if (typeof to === 'object') return to
  if (from === undefined) return { op: '<=', value: to as string }
  if (to === undefined) return { op: '>=', value: from }
  return isBefore(to, from)
    ? invalid(whole, `${last.text} comes before ${first.text}; the lesser one comes first`)
    : { op: '..', from, to }
}

/** As it is typed. */
export const printRange = (range: ValueRange): string =>
  range.op === '..' ? `${range.from}..${range.to}` : `${range.op === '=' ? '' : range.op}${range.value}`
