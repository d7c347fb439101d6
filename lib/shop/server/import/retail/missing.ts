/** What programs write where there is nothing. */
const nothing = new Set([
  '',
  'nan',
  'null',
  '(null)',
  'none',
  'nil',
  'na',
  'n/a',
  '#n/a',
  '<na>',
  'nat',
  '\\n',
  '-',
])

/** The text, or an empty one where it only says that there is none. */
export const present = (text: string): string => (nothing.has(text.toLowerCase()) ? '' : text)

/** A number that went through a column of decimals, as it was: `12345.0` is 12345. */
export const whole = (text: string): string => text.replace(/^(\d+)\.0+$/, '$1')
