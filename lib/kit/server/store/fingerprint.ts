import { createHmac, hkdfSync } from 'node:crypto'
import { canonicalJson } from '../../events/canonical-json'

/** Makes of what a command asks for what tells it from another; says nothing of it to whoever lacks the secret. */
export type Fingerprint = (payload: object) => Buffer

const lengthOfKeyId = 4

/** Fingerprints under a key of their own. They begin with what tells the key, for when the secret is changed. */
export const createFingerprint = (secret: string): Fingerprint => {
  const derive = (use: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', use, length))
  const key = derive('command fingerprints', 32)
  const keyId = derive('command fingerprints: name of the key', lengthOfKeyId)
  return (payload) =>
    Buffer.concat([keyId, createHmac('sha256', key).update(canonicalJson(payload)).digest()])
}

/**
 * Were these made of different payloads? What one side doesn't know, or another key made, can't be told.
 * `is_other_fingerprint()` says the same in the database.
 */
export const isOtherFingerprint = (kept: Buffer | undefined, given: Buffer | undefined): boolean =>
  kept !== undefined &&
  given !== undefined &&
  kept.subarray(0, lengthOfKeyId).equals(given.subarray(0, lengthOfKeyId)) &&
  !kept.equals(given)
