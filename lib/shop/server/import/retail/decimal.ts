/** What stands before a number's fraction. */
export type DecimalMark = '.' | ','

export interface Decimal {
  readonly type: 'decimal'
  /** Digits. */
  readonly whole: string
  /** Digits; may be empty. */
  readonly fraction: string
}

/** `1,234` is a thousand or one and a bit. */
export interface TwoReadings {
  readonly type: 'twoReadings'
  readonly readings: readonly [string, string]
}

/** No number that can be recorded is longer; what is isn't looked at. */
const longest = 40

const spaces = /[\s\u00a0\u202f'’]/g
const shape = /^(\d{1,3}([.,])\d{3}(?:\2\d{3})*|\d+)(?:([.,])(\d*))?$/

/**
 * A number without a sign, with points, commas, spaces or apostrophes for its thousands; undefined when it is none.
 * One separator with three digits behind it may be either mark: then the column's decides.
 */
export const readDecimal = (
  text: string,
  mark: DecimalMark | undefined,
): Decimal | TwoReadings | undefined => {
  if (text.length > longest) return undefined
  const digits = withoutSpaces(text)
  const parts = digits === undefined ? null : shape.exec(digits)
  if (!digits || !parts) return undefined
  const [, wholePart = '', grouping, decimal, fraction = ''] = parts
  if (grouping !== undefined && grouping === decimal) return undefined
  const groups = wholePart.split(grouping ?? ' ')
  const isPlain = grouping === undefined
  if (isPlain || decimal || groups.length > 2) {
    return { type: 'decimal', whole: groups.join(''), fraction }
  }
  const [head = '', tail = ''] = groups
  if (head === '0' || mark === grouping) return { type: 'decimal', whole: head, fraction: tail }
  if (mark) return { type: 'decimal', whole: head + tail, fraction: '' }
  return { type: 'twoReadings', readings: [head + tail, `${head}.${tail}`] }
}

/** Spaces and apostrophes stand before three digits, or they are no thousands. */
const withoutSpaces = (text: string): string | undefined => {
  if (!/[\s\u00a0\u202f'’]/.test(text)) return text
  return /^\d{1,3}(?:[\s\u00a0\u202f'’]\d{3})+(?:[.,]\d*)?$/.test(text) ? text.replace(spaces, '') : undefined
}

/** Which mark a number shows to be its column's; undefined when it could be either. */
export const markOf = (text: string): DecimalMark | undefined => {
  if (text.length > longest) return undefined
  const plain = text.replace(spaces, '')
  const [, last, behind = ''] = /([.,])(\d*)$/.exec(plain) ?? []
  if (!last) return undefined
  const other = last === '.' ? ',' : '.'
  if (plain.includes(other)) return last as DecimalMark
  const isOnly = plain.indexOf(last) === plain.lastIndexOf(last)
  if (!isOnly) return other
  return behind.length === 3 && !/^-?0[.,]/.test(plain) ? undefined : (last as DecimalMark)
}
