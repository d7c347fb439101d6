import { registryOf } from '../../../kit/streams/stored-stream-type'
import { streamTypes } from '../stream-types'

/** Every event of the shop. */
export const shopEvents = registryOf(streamTypes.all)
