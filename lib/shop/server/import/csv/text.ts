const beyondAscii = /[\u0080-\u00ff]/
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** What Windows-1252 has where Latin-1 has control characters. (Node 20's own decoder takes one for the other.) */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The text of a line whose bytes were read as Latin-1: copies of one file go around in UTF-8 and in
 * Windows' own encoding, and what isn't valid UTF-8 is the latter.
 */
export const textOf = (latin1: string): string => {
  if (!beyondAscii.test(latin1)) return latin1
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'))
  } catch {
    return latin1.replace(/[\u0080-\u009f]/g, (character) => windows.charAt(character.charCodeAt(0) - 0x80))
  }
}
