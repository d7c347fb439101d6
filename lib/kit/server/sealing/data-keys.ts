import type { PersonalKind } from '../../events/personal'

/** Whose key it is. */
export interface KeyOwner {
  readonly person: string
  readonly kind: PersonalKind
}

/** An owner as one text, to be the key of a map: no kind has a space in it. */
export const ownerKey = ({ person, kind }: KeyOwner): string => `${kind} ${person}`

/** What a person's fields of one kind are sealed with. */
export interface DataKey extends KeyOwner {
  readonly id: string
  readonly secret: Buffer
}

/** Keys of people. Where a key is gone, so is what was sealed with it. */
export interface DataKeys {
  /** The owner's key, made where there is none yet. */
  readonly of: (owner: KeyOwner) => Promise<DataKey>
  /** The keys of these ids, but for those that are gone. */
  readonly find: (ids: readonly string[]) => Promise<ReadonlyMap<string, DataKey>>
  /** Forgets what this process remembers of a person's keys. Who deletes them says so here, on every node. */
  readonly forget: (person: string) => void
}
