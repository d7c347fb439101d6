import * as z from 'zod'
import type { Look } from './presence-looks'
import type { NodeMessage } from './presence-node'

/** For looks and ids: Postgres takes less than 8,000 bytes in one NOTIFY. */
const maxBytes = 7_500

const look = z.object({
  id: z.string(),
  stream: z.object({ type: z.string(), id: z.string() }),
  person: z.string(),
  kind: z.string(),
  name: z.string().nullable(),
  version: z.int32().nullable(),
  since: z.number(),
  movedAt: z.number(),
})

const nodeMessage = z.object({
  node: z.string(),
  fresh: z.boolean(),
  asks: z.boolean(),
  looks: z.array(look),
  left: z.array(z.string()),
})

/** A message as payloads that fit, to be sent in order; `fresh` and `asks` are said by the first. */
export const payloadsOf = ({ node, fresh, asks, looks, left }: NodeMessage): readonly string[] =>
  inParts([...looks, ...left]).map((part, index) =>
    JSON.stringify({
      node,
      fresh: fresh && index === 0,
      asks: asks && index === 0,
      looks: part.filter((item) => typeof item !== 'string'),
      left: part.filter((item) => typeof item === 'string'),
    } satisfies NodeMessage),
  )

/** At least one part, if an empty one. */
const inParts = (items: readonly (Look | string)[]): readonly (readonly (Look | string)[])[] => {
  let part: (Look | string)[] = []
  let bytes = 0
  const parts = [part]
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item)) + 1
    if (bytes + size > maxBytes) {
      part = []
      bytes = 0
      parts.push(part)
    }
    part.push(item)
    bytes += size
  }
  return parts
}

/**
 * What a payload says; undefined for what this version can't read: while nodes of two versions run beside each other, each
 * knows of those on nodes of its own version.
 */
export const readPayload = (payload: string): NodeMessage | undefined => {
  try {
    return nodeMessage.safeParse(JSON.parse(payload)).data
  } catch {
    return undefined
  }
}
