/** Letters written from right to left, and characters that turn the direction of what follows. */
const turning =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** What opens and closes an isolate of unknown direction, and a name may not hold itself. */
const [open, close, marks] = ['\u2068', '\u2069', /[\u2066-\u2069]/g]

const longest = 120

/** What people wrote as a part of a sentence: the words around it keep their order, whatever characters it has. */
export const isolated = (text: string): string =>
  turning.test(text) ? `${open}${text.replace(marks, '')}${close}` : text

/** The same with a name: the words around it are still there when it is very long. */
export const named = (name: string): string => isolated(name.length > longest ? cut(name) : name)

/** Between what one sees as characters, so that none is torn. */
const cut = (name: string): string => {
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (kept.length + segment.length > longest) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
