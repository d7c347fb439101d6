import type { RelayMessage } from '../sender'

/** What encodeURIComponent leaves, and means something in a subject. */
const special = /[.*]/g

const token = (text: string): string =>
  encodeURIComponent(text).replace(special, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Under which subject a message goes: `hindsight.notebook.4f1c.NoteWritten`. What a subject can't hold is percent-encoded. */
export const subjectOf = (
  prefix: string,
  { streamType, streamId, eventType }: Pick<RelayMessage, 'streamType' | 'streamId' | 'eventType'>,
): string => [prefix, token(streamType), token(streamId), token(eventType)].join('.')
