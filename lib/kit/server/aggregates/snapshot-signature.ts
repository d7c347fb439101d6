import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '../../events/canonical-json'

/** What a snapshot says, and of which fold and event it says it. */
export interface SignedSnapshot {
  readonly streamType: string
  readonly streamId: string
  readonly stateVersion: number
  readonly version: number
  readonly position: number
  /** ISO 8601. */
  readonly occurredUntil: string
  /** Hex; of the event it was made up to. */
  readonly hash: string
  readonly state: unknown
}

/** Signs snapshots, so that one which somebody else put into the table is not believed. */
export interface SnapshotSigner {
  readonly sign: (snapshot: SignedSnapshot) => Buffer
  readonly isGenuine: (snapshot: SignedSnapshot, signature: Buffer) => boolean
}

/** Signs with HMAC-SHA-256 over canonical JSON, in which it doesn't matter how Postgres keeps a state. */
export const createSnapshotSigner = (key: Buffer): SnapshotSigner => {
  const sign = ({
    streamType,
    streamId,
    stateVersion,
    version,
    position,
    occurredUntil,
    hash,
    state,
  }: SignedSnapshot): Buffer => {
    const said = [streamType, streamId, stateVersion, version, position, occurredUntil, hash, state]
    return createHmac('sha256', key).update(canonicalJson(said)).digest()
  }
  return {
    sign,
    isGenuine: (snapshot, signature) => {
      const genuine = sign(snapshot)
      return genuine.length === signature.length && timingSafeEqual(genuine, signature)
    },
  }
}
