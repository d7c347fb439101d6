import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import type { StreamView } from '../view/stream-view'

/** What an application knows of a type of streams. */
export interface KnownType {
  readonly type: SearchableType
  readonly view: StreamView
}

/** Gives what is known of a type; undefined of one that a newer server has, or that nobody made a view of. */
export type KnownTypeOf = (streamType: string) => KnownType | undefined
