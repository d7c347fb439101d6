import { v7 as uuidv7 } from 'uuid'
import type { StreamName } from '../../events/stream-name'
import { notebookStream } from '../notebook/notebook'

/** A stream that nobody has used. */
export const freshStream = (): StreamName => notebookStream(`contract-${uuidv7()}`)
