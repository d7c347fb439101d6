import type { InvalidQuery, ValueRange } from './query'
import { type IsBefore, type ReadValue, rangeOf } from './ranges'
import { invalid, type Piece } from './tokens'

const wholeNumber = /^\d{1,9}$/
const decimal = /^\d{1,12}(\.\d{1,4})?$/
const withCurrency = /^([A-Za-z]{3}|[$£€])?([\d.]*)([A-Za-z]{3}|[$£€])?$/
const signs: Readonly<Record<string, string>> = { $: 'USD', '£': 'GBP', '€': 'EUR' }

/** A decimal without needless zeros. */
const shortest = (text: string): string =>
  text
    .replace(/^0+(?=\d)/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

export const isLess: IsBefore = (a, b) => Number(a) < Number(b)

export const readCount: ReadValue = (piece) =>
  wholeNumber.test(piece.text)
    ? shortest(piece.text)
    : invalid(piece, `${piece.text || 'This'} is no whole number; write it like 3, >10 or 2..5`)

interface Total {
  readonly range: ValueRange
  readonly currency: string | undefined
}

/** Reads `50`, `>12.50`, `20..100USD`, `£5..`: the currency may stand at either end. */
export const totalOf = (piece: Piece): Total | InvalidQuery => {
  const currencies = new Set<string>()
  const readAmount: ReadValue = (value) => {
    const [, before, amount = '', after] = withCurrency.exec(value.text) ?? []
    if (!decimal.test(amount))
      return invalid(value, `${value.text || 'This'} is no amount; write it like 50, >12.50 or 20..100USD`)
    for (const given of [before, after]) if (given) currencies.add(signs[given] ?? given.toUpperCase())
    return shortest(amount)
  }
  const range = rangeOf(piece, readAmount, isLess)
  if ('type' in range) return range
  if (currencies.size > 1) return invalid(piece, 'A total is in one currency; name only one')
  return { range, currency: [...currencies][0] }
}
