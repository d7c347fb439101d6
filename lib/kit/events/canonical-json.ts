/** The value is no JSON, or none that Postgres can keep. */
export class NotJson extends Error {
  override name = 'NotJson'
}

const maxDepth = 64
const unkeepable = /\0|\p{Surrogate}/u

/**
 * JSON in the one form that RFC 8785 gives a value: members sorted by UTF-16 code units, no blanks.
 * Members that are undefined are left out.
 * @throws NotJson for what JSON hasn't, and for NUL or half a surrogate pair in a string.
 */
export const canonicalJson = (value: unknown, depth = 0): string => {
  switch (typeof value) {
    case 'string':
      return quote(value)
    case 'number':
      if (!Number.isFinite(value)) throw new NotJson(`${value} is no JSON number`)
      return String(value)
    case 'boolean':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (depth === maxDepth) throw new NotJson(`It is nested deeper than ${maxDepth}, or holds itself`)
      return Array.isArray(value) ? arrayOf(value, depth) : objectOf(value, depth)
    default:
      throw new NotJson(`${typeof value} is no JSON`)
  }
}

const quote = (text: string): string => {
  if (unkeepable.test(text)) throw new NotJson('A string holds NUL or half a surrogate pair')
  return JSON.stringify(text)
}

const arrayOf = (items: readonly unknown[], depth: number): string => {
  let json = ''
  for (const item of items) json += `${json && ','}${canonicalJson(item, depth + 1)}`
  return `[${json}]`
}

const objectOf = (value: object, depth: number): string => {
  if (!isPlain(value)) throw new NotJson(`${nameOf(value)} is no JSON object`)
  let json = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) json += `${json && ','}${quote(key)}:${canonicalJson(member, depth + 1)}`
  }
  return `{${json}}`
}

/** Of any realm: what has no prototype, or one that has none. */
const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const nameOf = (value: object): string =>
  Object.getPrototypeOf(value).constructor?.name ?? 'An instance of a class'
