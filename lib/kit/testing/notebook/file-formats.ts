import { createFileFormats } from '../../server/export/file-formats'

/** Fields of events that are worth a column. */
interface Payload {
  readonly noteId?: string
  readonly title?: string
  readonly lines?: number
}

/** The files that notebooks are exported as. */
export const notebookFormats = createFileFormats([
  ['noteId', ({ data }) => (data as Payload).noteId],
  ['title', ({ data }) => (data as Payload).title],
  ['lines', ({ data }) => (data as Payload).lines],
])
