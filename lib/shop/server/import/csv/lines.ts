import { textOf } from './text'

/** A line of a file without what ends it. */
export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** It was longer than a line may be; `text` is how it begins. */
  readonly isTooLong: boolean
}

/** Beyond every row that means something. */
const maxLineBytes = 65_536

const LF = 0x0a
const CR = 0x0d

/**
 * Cuts bytes into lines, at LF, CRLF and CR alike: a file may have all of them. Holds no more than the longest
 * line allowed; of a longer one only the beginning.
 */
export const createLineCutter = () => {
  let number = 0
  let begun = ''
  let isTooLong = false
  let endedWithCr = false

  const extend = (piece: string) => {
    if (isTooLong) return
    isTooLong = begun.length + piece.length > maxLineBytes
    begun = isTooLong ? (begun + piece).slice(0, 100) : begun + piece
  }
  const end = (): Line => {
    const line = { number: ++number, text: textOf(begun), isTooLong }
    begun = ''
    isTooLong = false
    return line
  }

  return {
    /** The lines that these bytes end. */
    cut: (bytes: Buffer): Line[] => {
      const lines: Line[] = []
      let from = endedWithCr && bytes[0] === LF ? 1 : 0
      let cr = bytes.indexOf(CR, from)
      for (;;) {
        const lf = bytes.indexOf(LF, from)
        if (cr !== -1 && cr < from) cr = bytes.indexOf(CR, from)
        const at = cr !== -1 && (lf === -1 || cr < lf) ? cr : lf
        if (at === -1) break
        extend(bytes.toString('latin1', from, at))
        lines.push(end())
        from = at === cr && bytes[at + 1] === LF ? at + 2 : at + 1
      }
      extend(bytes.toString('latin1', from))
      if (bytes.length > 0) endedWithCr = bytes.at(-1) === CR
      return lines
    },
    /** The last line, when nothing ends it. */
    rest: (): Line[] => (begun || isTooLong ? [end()] : []),
    count: (): number => number,
  }
}
