import { hkdfSync } from 'node:crypto'
import { canonicalJson } from '../../events/canonical-json'
import { decrypt, encrypt, keyBytes } from './cipher'
import type { DataKeys } from './data-keys'

/** A folded state as it is kept where something personal may have gone into it: only with all of the keys it opens. */
interface SealedState {
  readonly $sealed: 1
  /** Their ids. */
  readonly keys: readonly string[]
  readonly nonce: string
  readonly text: string
}

export interface OpenedState {
  readonly state: unknown
  /** What the personal fields of the events it was folded from are sealed with. */
  readonly keys: readonly string[]
}

/** The state as it is kept, for one place; as it is where there are no keys. Throws where one of them is gone. */
export const sealState = async (
  dataKeys: DataKeys,
  { state, keys }: OpenedState,
  place: readonly unknown[],
): Promise<unknown> => {
  if (keys.length === 0) return state
  const key = await combined(dataKeys, keys)
  if (!key) throw new Error('A key that a state is to be sealed with is gone')
  const { nonce, text } = encrypt(key, Buffer.from(canonicalJson(state)), contextOf(place))
  return {
    $sealed: 1,
    keys,
    nonce: nonce.toString('base64url'),
    text: text.toString('base64url'),
  } satisfies SealedState
}

/** The state as it was; undefined where one of its keys is gone, or it isn't what was sealed for this place. */
export const openState = async (
  dataKeys: DataKeys,
  kept: unknown,
  place: readonly unknown[],
): Promise<OpenedState | undefined> => {
  if (!isSealedState(kept)) return { state: kept, keys: [] }
  const key = await combined(dataKeys, kept.keys)
  if (!key) return undefined
  const [nonce, text] = [Buffer.from(kept.nonce, 'base64url'), Buffer.from(kept.text, 'base64url')]
  const json = decrypt(key, { nonce, text }, contextOf(place))
  return json && { state: JSON.parse(json.toString('utf8')), keys: kept.keys }
}

/** States are signed, so that nobody else than this program says what one looks like. */
const isSealedState = (kept: unknown): kept is SealedState =>
  typeof kept === 'object' && kept !== null && '$sealed' in kept && 'keys' in kept

/** A key that is made of all of them, and can't be made without one. */
const combined = async (dataKeys: DataKeys, ids: readonly string[]): Promise<Buffer | undefined> => {
  const found = await dataKeys.find(ids)
  const secrets = ids.flatMap((id) => found.get(id)?.secret ?? [])
  if (secrets.length < ids.length) return undefined
  return Buffer.from(hkdfSync('sha256', Buffer.concat(secrets), '', 'sealed state', keyBytes))
}

const contextOf = (place: readonly unknown[]): string => canonicalJson(['sealed state', 1, ...place])
