import type { StreamName } from '../../events/stream-name'
import { createChainCheck } from '../store/chain-check'
import type { StoredEntry } from '../store/matches'
import { type Copy, type CopyHead, checksumOf, decodeCopy } from './archived-copy'

/** What a copy has to be. */
export interface ExpectedCopy extends CopyHead {
  readonly stream: StreamName
  /** Hex SHA-256 of its bytes. */
  readonly checksum: string
}

export type VerifiedCopy =
  | { readonly type: 'whole'; readonly copy: Copy }
  /** Why it is not what it has to be, as the end of a sentence. */
  | { readonly type: 'broken'; readonly reason: string }

/** Opens a copy that is to be what it was when it was written. */
export const openCopy = async (bytes: Buffer | undefined, expected: ExpectedCopy): Promise<VerifiedCopy> => {
  if (!bytes) return broken('there is none')
  if (checksumOf(bytes) !== expected.checksum) return broken('its checksum is another')
  try {
    const copy = await decodeCopy(bytes)
    const { stream, version, hash, events } = copy.header
    const isIt =
      stream.type === expected.stream.type &&
      stream.id === expected.stream.id &&
      version === expected.version &&
      hash === expected.hash
    if (!isIt) return broken(`it is that of ${stream.type}/${stream.id} at version ${version}`)
    if (copy.entries.length !== events) return broken(`it has ${copy.entries.length} of its ${events} events`)
    return { type: 'whole', copy }
  } catch (error) {
    return broken((error as Error).message)
  }
}

/** The same, and every event follows from the one before it up to the head. */
export const verifyCopy = async (
  bytes: Buffer | undefined,
  expected: ExpectedCopy,
): Promise<VerifiedCopy> => {
  const opened = await openCopy(bytes, expected)
  if (opened.type === 'broken') return opened
  const reason = brokenChain(opened.copy.entries, expected)
  return reason ? broken(reason) : opened
}

/** Why the events are not those of a stream from its first one up to its head; undefined when they are. */
export const brokenChain = (entries: readonly StoredEntry[], head: CopyHead): string | undefined => {
  const check = createChainCheck()
  for (const { event } of entries) {
    const fault = check(event)
    if (fault) return `its hashes don't fit from version ${event.version} on (${fault})`
  }
  const last = entries.at(-1)?.event
  if (last?.version === head.version && last.hash === head.hash) return undefined
  return `it ends at version ${last?.version ?? 0}, not at ${head.version} with its hash`
}

const broken = (reason: string): VerifiedCopy => ({ type: 'broken', reason })
