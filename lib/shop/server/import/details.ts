import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { ImportError } from './import-error'
import { type OnRemark, placeText } from './remarks'
import { refusalReasons } from './retail/refusals'

export interface Details {
  readonly onRemark: OnRemark | undefined
  readonly close: () => Promise<void>
}

/** Where every row that the report only counts is told: one line each, to a file. @throws ImportError */
export const openDetails = async (path: string | undefined): Promise<Details> => {
  if (path === undefined) return { onRemark: undefined, close: async () => undefined }
  const stream = createWriteStream(path)
  await once(stream, 'open').catch((error: NodeJS.ErrnoException) => {
    throw new ImportError(`${path}: The details can't be written (${error.code}).`)
  })
  return {
    onRemark: (key, { place, says }) => {
      const what = (refusalReasons as Record<string, string>)[key] ?? key
      stream.write(`${placeText(place)}: ${what}${says ? `: ${says}` : ''}\n`)
    },
    close: async () => {
      stream.end()
      await finished(stream)
    },
  }
}
