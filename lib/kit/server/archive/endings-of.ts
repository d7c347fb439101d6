import type { EventRegistry } from '../../events/registry'
import type { StoredStreamType } from '../../streams/stored-stream-type'
import type { Endings } from './closed-streams'

/** What ends a type's streams, by the names that such events have in the log. */
export const endingsOf = (
  { streamType, endings }: Pick<StoredStreamType, 'streamType' | 'endings'>,
  registry: Pick<EventRegistry, 'storedTypesOf'>,
): Endings => ({ streamType, types: endings.flatMap(registry.storedTypesOf) })
