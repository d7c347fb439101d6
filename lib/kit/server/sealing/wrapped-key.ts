import { canonicalJson } from '../../events/canonical-json'
import { decrypt, encrypt, nonceBytes } from './cipher'
import type { DataKey, KeyOwner } from './data-keys'

/** A data key as it is kept: only the master key opens it. */
export interface WrappedKey extends KeyOwner {
  readonly id: string
  readonly wrapped: Buffer
}

/** A data key isn't what the master key wrapped for this owner: somebody changed its row. */
export class BrokenDataKey extends Error {
  override readonly name = 'BrokenDataKey'

  constructor(readonly id: string) {
    super(`The data key ${id} is not one that the master key wrapped. Put its row back from a backup.`)
  }
}

export const wrapKey = (masterKey: Buffer, key: DataKey): WrappedKey => {
  const { id, person, kind } = key
  const { nonce, text } = encrypt(masterKey, key.secret, contextOf(key))
  return { id, person, kind, wrapped: Buffer.concat([nonce, text]) }
}

/** The key; what is wrong with its row where the master key doesn't open it. */
export const unwrapKey = (masterKey: Buffer, { wrapped, ...key }: WrappedKey): DataKey | BrokenDataKey => {
  const [nonce, text] = [wrapped.subarray(0, nonceBytes), wrapped.subarray(nonceBytes)]
  const secret = decrypt(masterKey, { nonce, text }, contextOf(key))
  return secret ? { ...key, secret } : new BrokenDataKey(key.id)
}

/** So that a key can't be given to another person. */
const contextOf = ({ id, person, kind }: Omit<WrappedKey, 'wrapped'>): string =>
  canonicalJson(['data key', 1, id, person, kind])
