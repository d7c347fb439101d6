import { ImportError } from './import-error'
import type { Columns } from './table'

/** What a header's name comes to when case, spaces and marks don't matter. */
const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Where in a header each of the columns asked for stands: at no place, at one, or at several. */
const placesOf = (header: readonly string[], { names, optional = [] }: Columns): number[][] => {
  const plainHeader = header.map(plain)
  return [...names, ...optional].map((aliases) => {
    const plainNames = aliases.map(plain)
    return plainHeader.flatMap((name, index) => (plainNames.includes(name) ? [index] : []))
  })
}

/** How many of the columns asked for a header names. */
export const countColumns = (header: readonly string[], columns: Columns): number =>
  placesOf(header, columns).filter((places) => places.length > 0).length

/** Where all of them stand, -1 for one that a file may lack. @throws ImportError when another doesn't, or one more than once. */
export const findColumns = (fileName: string, header: readonly string[], columns: Columns): number[] => {
  const places = placesOf(header, columns)
  const usual = columns.names.map(([name]) => name)
  const missing = usual.filter((_, index) => places[index]?.length === 0)
  if (missing.length > 0) {
    throw new ImportError(
      `${fileName}: No column ${missing.join(', ')}. The first line has to name ${usual.join(', ')}.`,
    )
  }
  const twice = places.find(({ length }) => length > 1)
  if (twice) {
    const names = twice.map((index) => header[index]).join(' and ')
    throw new ImportError(`${fileName}: The columns ${names} are one and the same. Take one of them out.`)
  }
  return places.map(([place = -1]) => place)
}
