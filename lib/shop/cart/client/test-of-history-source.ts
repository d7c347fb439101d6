/** Source that stands among values as it is. */
export class Code {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const width = 110

/**
 * A plain JSON value as TypeScript, as the house formats it. `indent` is that of the line it begins on, `used` how
 * much else stands on that line.
 */
export const source = (value: unknown, indent = 0, used = indent): string => {
  const inline = inlineSource(value)
  if (used + inline.length <= width || typeof value !== 'object' || !value || value instanceof Code)
    return inline
  const inner = indent + 2
  const lines = Array.isArray(value)
    ? value.map((each) => source(each, inner))
    : fieldsOf(value).map(([name, field]) => `${name}: ${source(field, inner, inner + name.length + 3)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const begin = `\n${' '.repeat(inner)}`
  return `${open}${lines.map((line) => `${begin}${line},`).join('')}\n${' '.repeat(indent)}${close}`
}

const inlineSource = (value: unknown): string => {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(inlineSource).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const fields = fieldsOf(value).map(([name, field]) => `${name}: ${inlineSource(field)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

const fieldsOf = (value: object): [string, unknown][] =>
  Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => [/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name), field])

const quoted = (text: string): string => {
  const json = JSON.stringify(text)
  if (text.includes("'") && !text.includes('"')) return json
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
