import { v7 as uuidv7 } from 'uuid'
import type { StreamName } from '../../kit/events/stream-name'
import { cartStream } from '../../shop/server/streams'

/** A stream that nobody has used. */
export const freshStream = (): StreamName => cartStream(`contract-${uuidv7()}`)
