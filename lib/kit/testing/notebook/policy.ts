import type { AccessPolicy } from '../../server/access/access-policy'
import { notebook } from './notebook'
import { shelf } from './shelf'

/** Notebooks are seen by who owns them and by staff, shelves by staff; who owns a notebook writes in it. */
export const notebookPolicy: AccessPolicy = {
  maySee: ({ userId, role }, { stream, owner }) =>
    role === 'staff' || (stream.type === notebook.streamType && owner === userId),
  maySend: ({ userId }, { stream, owner }) => stream.type === notebook.streamType && owner === userId,
  typesSeenBy: ({ role }) =>
    role === 'staff' ? [notebook.streamType, shelf.streamType] : [notebook.streamType],
}
