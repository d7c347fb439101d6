import { type StreamName, streamKey } from '../../events/stream-name'

/** One tab's look at a stream. */
export interface Look {
  /** The tab's connection. */
  readonly id: string
  readonly stream: StreamName
  /** The same for all tabs of one person on one stream. */
  readonly person: string
  /** Their role. */
  readonly kind: string
  /** Null for whoever isn't staff: their names go nowhere. */
  readonly name: string | null
  /** Null while live. */
  readonly version: number | null
  /** Milliseconds since 1970, as the tab's node has them. */
  readonly since: number
  readonly movedAt: number
}

/** Who looks at which stream, one look for each tab. Tells of a stream whenever its looks changed. */
export const createLooks = (onChange: (stream: StreamName) => void) => {
  const byId = new Map<string, Look>()
  const byStream = new Map<string, Map<string, Look>>()

  const remove = (id: string): void => {
    const look = byId.get(id)
    if (!look) return
    byId.delete(id)
    const key = streamKey(look.stream)
    const ofStream = byStream.get(key)
    ofStream?.delete(id)
    if (ofStream?.size === 0) byStream.delete(key)
    onChange(look.stream)
  }

  const put = (look: Look): void => {
    const key = streamKey(look.stream)
    const before = byId.get(look.id)
    if (before && streamKey(before.stream) !== key) remove(look.id)
    byId.set(look.id, look)
    byStream.set(key, (byStream.get(key) ?? new Map()).set(look.id, look))
    onChange(look.stream)
  }

  return {
    put,
    remove,
    at: (stream: StreamName): readonly Look[] => [...(byStream.get(streamKey(stream))?.values() ?? [])],
  }
}
