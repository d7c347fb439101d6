/** Letters found at the start of a word, or right after one another, say most. */
const startOfWord = 8
const inARow = 5
const elsewhere = 1

/**
 * How well what was typed fits a text, whose letters need only come in that order: the more the better, undefined
 * when it doesn't fit. Nothing typed fits everything alike.
 */
export const fuzzyScore = (typed: string, text: string): number | undefined => {
  const letters = [...typed.toLowerCase().replaceAll(/\s+/g, '')]
  const words = text.toLowerCase()
  const starts = [...words].flatMap((letter, at) => (letter === letters[0] ? [at] : []))
  if (letters.length === 0) return 0
  const scores = starts
    .map((start) => scoreFrom(letters, words, start))
    .filter((score) => score !== undefined)
  return scores.length > 0 ? Math.max(...scores) : undefined
}

const scoreFrom = (letters: readonly string[], words: string, start: number): number | undefined => {
  let score = 0
  let last = start - 1
  for (const letter of letters) {
    const at = words.indexOf(letter, last + 1)
    if (at === -1) return undefined
    score += isStart(words, at) ? startOfWord : at === last + 1 ? inARow : elsewhere
    last = at
  }
  return score
}

const isStart = (words: string, at: number): boolean => !/[\p{L}\p{N}]/u.test(words[at - 1] ?? ' ')
