import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const tagBytes = 16

export const keyBytes = 32
export const nonceBytes = 12

export interface Encrypted {
  readonly nonce: Buffer
  /** The tag stands at its end. */
  readonly text: Buffer
}

/** AES-256-GCM under a new nonce; `context` has to be the same when it is decrypted. */
export const encrypt = (key: Buffer, plain: Buffer, context: string): Encrypted => {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(context))
  const text = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { nonce, text }
}

/** Undefined where it isn't what was encrypted with this key in this context. */
export const decrypt = (key: Buffer, { nonce, text }: Encrypted, context: string): Buffer | undefined => {
  if (nonce.length !== nonceBytes || text.length < tagBytes) return undefined
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(context)).setAuthTag(text.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(text.subarray(0, -tagBytes)), decipher.final()])
  } catch {
    return undefined
  }
}
