import { ImportError } from '../import-error'
import type { Workbook } from './workbook'
import { readXml } from './xml'

/** They are all held in memory. */
const maxCharacters = 32 * 2 ** 20

/** The texts that a workbook's cells point to, each as often as it likes. @throws ImportError when they are too many. */
export const readSharedStrings = async (
  { strings, read }: Workbook,
  fileName: string,
): Promise<readonly string[]> => {
  const texts: string[] = []
  if (!strings) return texts
  const text = createTextOfRuns()
  let characters = 0
  await readXml(read(strings), fileName, {
    open: (tag) => (tag === 'si' ? text.begin() : text.open(tag)),
    text: text.add,
    close: (tag) => {
      if (tag !== 'si') return text.close(tag)
      texts.push(text.end())
      // Each costs something even when it is empty.
      characters += (texts.at(-1)?.length ?? 0) + 8
      if (characters > maxCharacters)
        throw new ImportError(`${fileName}: Too many different texts to be held. Save the sheet as CSV.`)
    },
  })
  return texts
}

/** Puts a text together from the runs it is written in, without what says how they are spoken. */
export const createTextOfRuns = () => {
  let text = ''
  let isText = false
  let phonetic = 0
  return {
    begin: (): void => {
      text = ''
    },
    open: (tag: string): void => {
      if (tag === 'rPh') phonetic++
      isText = tag === 't' && phonetic === 0
    },
    add: (piece: string): void => {
      if (isText) text += piece
    },
    close: (tag: string): void => {
      if (tag === 'rPh') phonetic--
      isText = false
    },
    /** Control characters stand as `_x000D_`. */
    end: (): string =>
      text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  }
}
