import { SaxesParser } from 'saxes'
import { ImportError } from '../import-error'

export type Attributes = Readonly<Record<string, string | undefined>>

export interface XmlHandlers {
  readonly open?: (tag: string, attributes: Attributes) => void
  readonly close?: (tag: string) => void
  readonly text?: (text: string) => void
  /** After each piece: what was found in it can be taken. */
  readonly piece?: () => void
}

/** No tag, and no text between two, of a workbook is longer, and none is in so many others. */
const limits = { characters: 4 * 2 ** 20, depth: 100 }

/** Reads XML piece by piece, and holds no more than a tag or a text. @throws ImportError when it isn't XML. */
export const readXml = async (
  pieces: AsyncIterable<Buffer>,
  fileName: string,
  handlers: XmlHandlers,
): Promise<void> => {
  const feed = createXmlFeed(fileName, handlers)
  for await (const piece of pieces) feed.add(piece)
  feed.end()
}

/** The same for who has the pieces: what they hold has been handed on when `add` returns. */
export const createXmlFeed = (fileName: string, { open, close, text }: XmlHandlers) => {
  const parser = new SaxesParser({ position: false })
  const decoder = new TextDecoder()
  let sinceTag = 0
  let depth = 0
  const tooMuch = () =>
    new ImportError(`${fileName}: Not readable as a workbook: too deep, or too long a text.`)
  parser.on('error', ({ message }) => {
    throw new ImportError(`${fileName}: Not readable as a workbook (${message}).`)
  })
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0
    if (++depth > limits.depth) throw tooMuch()
    open?.(localName(name), attributes as Attributes)
  })
  parser.on('closetag', ({ name }) => {
    sinceTag = 0
    depth--
    close?.(localName(name))
  })
  if (text) parser.on('text', text)

  return {
    add: (piece: Buffer): void => {
      sinceTag += piece.length
      parser.write(decoder.decode(piece, { stream: true }))
      if (sinceTag > limits.characters) throw tooMuch()
    },
    end: (): void => {
      parser.close()
    },
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
