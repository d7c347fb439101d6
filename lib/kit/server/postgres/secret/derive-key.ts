import { hkdfSync } from 'node:crypto'

/** What a key of its own is made for; no two purposes share one. */
export type KeyPurpose = 'fingerprint' | 'login' | 'snapshots' | 'commands' | 'mail' | 'links' | 'tags'

const keyBytes = 32

/** A key for one purpose, made of the application's secret (HKDF, RFC 5869): who has it knows neither the secret nor another key. */
export const deriveKey = (secret: string, purpose: KeyPurpose, detail = ''): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `hindsight/${purpose}/${detail}`, keyBytes))

/** Tells two secrets apart without giving either away. */
export const fingerprintOf = (secret: string): string => deriveKey(secret, 'fingerprint').toString('hex')
