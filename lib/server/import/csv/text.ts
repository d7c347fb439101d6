const beyondAscii = /[\u0080-\u00ff]/
const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * The text of a field whose bytes were read as Latin-1: copies of one file go around in UTF-8 and in
 * Windows' own encoding, and what isn't valid UTF-8 is the latter.
 */
export const textOf = (latin1: string): string => {
  if (!beyondAscii.test(latin1)) return latin1
  const bytes = Buffer.from(latin1, 'latin1')
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}
