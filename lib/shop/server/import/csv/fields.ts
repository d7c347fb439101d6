export interface Fields {
  readonly values: readonly string[]
  /** The last field's quote isn't closed. */
  readonly isOpen: boolean
  /** A quoted field has a quote that is neither doubled nor at its end. It was taken as it stands. */
  readonly hasStrayQuote: boolean
}

/**
 * The fields of a row as RFC 4180 has them. A quote that doesn't begin a field is a character like any other.
 */
export const splitFields = (text: string, separator: string): Fields => {
  if (!text.includes('"')) return { values: text.split(separator), isOpen: false, hasStrayQuote: false }
  const values: string[] = []
  let hasStrayQuote = false
  for (let from = 0; from <= text.length; ) {
    if (text[from] !== '"') {
      const end = text.indexOf(separator, from)
      if (end === -1) {
        values.push(text.slice(from))
        break
      }
      values.push(text.slice(from, end))
      from = end + 1
      continue
    }
    const quoted = readQuoted(text, from + 1, separator)
    values.push(quoted.value)
    hasStrayQuote ||= quoted.hasStrayQuote
    if (quoted.isOpen) return { values, isOpen: true, hasStrayQuote }
    from = quoted.end + 1
  }
  return { values, isOpen: false, hasStrayQuote }
}

/** A quoted field from behind its first quote; `end` is where the separator behind it stands, or would. */
const readQuoted = (text: string, from: number, separator: string) => {
  let value = ''
  let hasStrayQuote = false
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { value: value + text.slice(at), end: text.length, isOpen: true, hasStrayQuote }
    const next = text[quote + 1]
    if (next === undefined || next === separator)
      return { value: value + text.slice(at, quote), end: quote + 1, isOpen: false, hasStrayQuote }
    value += text.slice(at, quote + 1)
    if (next !== '"') hasStrayQuote = true
    at = next === '"' ? quote + 2 : quote + 1
  }
}
