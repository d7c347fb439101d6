/** Of longer words the beginning counts. */
const longest = /^.{100}/u

/** The words of a text as the search compares them: without case and accents, in their order. */
export const wordsOf = (text: string): readonly string[] => {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return (words ?? []).map((word) => longest.exec(word)?.[0] ?? word)
}
