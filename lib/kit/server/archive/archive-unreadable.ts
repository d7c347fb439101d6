import type { StreamName } from '../../events/stream-name'

/** A stream stands in cold storage, and its copy there can't be read. */
export class ArchiveUnreadable extends Error {
  override readonly name = 'ArchiveUnreadable'

  constructor(
    readonly stream: StreamName,
    readonly location: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(
      `${stream.type}/${stream.id} stands in cold storage, and its copy ${location} can't be read: ${reason}. ` +
        'Put the copy back from a backup of the storage.',
      options,
    )
  }
}
