import * as z from 'zod'
import type { StreamName } from '../events/stream-name'
import { id } from './text'

/** Which stream is meant: its type and its id. Whether there is such a type, whoever reads it has to ask. */
export const streamRef = z.object({
  streamType: z.string().min(1).max(64).describe('What kind of stream it is'),
  streamId: id,
})
export type StreamRef = z.infer<typeof streamRef>

/** A stream's name as messages and paths have it. */
export const refOf = ({ type, id }: StreamName): StreamRef => ({ streamType: type, streamId: id })

/** The stream that a message or a path means. */
export const streamAt = ({ streamType, streamId }: StreamRef): StreamName => ({
  type: streamType,
  id: streamId,
})
