import { v7 as uuidv7 } from 'uuid'
import type { StreamName } from '../../server/store/event-store'
import { cartStream } from '../../server/store/streams'

/** A stream that nobody has used. */
export const freshStream = (): StreamName => cartStream(`contract-${uuidv7()}`)
