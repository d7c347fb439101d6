import { canonicalJson } from '../../events/canonical-json'
import { decrypt, encrypt } from './cipher'
import type { DataKey } from './data-keys'

const format = 1

/** What stands in the log in place of a personal value. */
export interface SealedValue {
  readonly $sealed: typeof format
  /** The id of the data key. */
  readonly key: string
  /** Base64url, as is the text. */
  readonly nonce: string
  readonly text: string
}

const members = ['$sealed', 'key', 'nonce', 'text']

export const isSealed = (value: unknown): value is SealedValue => {
  if (typeof value !== 'object' || value === null || !('$sealed' in value)) return false
  const { $sealed, ...texts } = value
  const names = Object.keys(value)
  return (
    $sealed === format &&
    names.length === members.length &&
    names.every((name) => members.includes(name)) &&
    Object.values(texts).every((text) => typeof text === 'string')
  )
}

/**
 * Seals a value for one place: moved to another it doesn't open.
 * @throws NotJson for what JSON hasn't
 */
export const sealValue = (
  { id, secret }: DataKey,
  value: unknown,
  place: readonly unknown[],
): SealedValue => {
  const { nonce, text } = encrypt(secret, Buffer.from(canonicalJson(value)), contextOf(place))
  return { $sealed: format, key: id, nonce: nonce.toString('base64url'), text: text.toString('base64url') }
}

/** The value in it; undefined where the seal is broken: it is of another key or place, or was changed. */
export const openValue = (
  { secret }: Pick<DataKey, 'secret'>,
  sealed: SealedValue,
  place: readonly unknown[],
): { readonly value: unknown } | undefined => {
  const [nonce, text] = [Buffer.from(sealed.nonce, 'base64url'), Buffer.from(sealed.text, 'base64url')]
  const json = decrypt(secret, { nonce, text }, contextOf(place))
  return json && { value: JSON.parse(json.toString('utf8')) }
}

const contextOf = (place: readonly unknown[]): string => canonicalJson(['sealed value', format, ...place])
