import type { StoredStreamType } from './stored-stream-type'

/** The types of streams of an application, by their names. */
export interface StoredStreamTypes {
  readonly all: readonly StoredStreamType[]
  readonly named: (streamType: string) => StoredStreamType | undefined
  /** @throws Error where there is no type of this name: ask only where it is known that there is one. */
  readonly get: (streamType: string) => StoredStreamType
}

/** Types of streams to be found by their names. */
export const storedStreamTypes = (all: readonly StoredStreamType[]): StoredStreamTypes => {
  const byName = new Map(all.map((type) => [type.streamType, type]))
  return {
    all,
    named: (streamType) => byName.get(streamType),
    get: (streamType) => {
      const type = byName.get(streamType)
      if (!type) throw new Error(`There is no type of streams of the name ${streamType}`)
      return type
    },
  }
}
