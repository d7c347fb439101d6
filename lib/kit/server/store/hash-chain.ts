import { createHash } from 'node:crypto'
import { chainedPlace, type HashedParts, hashedText } from '../../events/hashed-text'

const sha256 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** SHA-256 over an event's canonical JSON (RFC 8785). */
export const contentHash = (event: HashedParts): Buffer => sha256(hashedText(event))

/** The next hash of a stream's chain, as `chain_hash()` in the database makes it. `previous` is empty for the first. */
export const chainHash = (
  previous: Buffer,
  content: Buffer,
  stream: { readonly type: string; readonly id: string },
  version: number,
): Buffer => sha256(previous, content, chainedPlace(stream, version))
