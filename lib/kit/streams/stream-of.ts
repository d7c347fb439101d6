import type { StreamName } from '../events/stream-name'
import type { StreamType } from './stream-type'

/** The name of a type's stream with this id. */
export const streamOf = ({ streamType }: Pick<StreamType, 'streamType'>, id: string): StreamName => ({
  type: streamType,
  id,
})
