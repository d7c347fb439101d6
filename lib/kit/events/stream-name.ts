/** A stream's name: of which type it is, and its id among those of its type. */
export interface StreamName {
  readonly type: string
  readonly id: string
}

interface OfStream {
  readonly streamType: string
  readonly streamId: string
}

/** The stream that a recorded event is of. */
export const streamOfEvent = ({ streamType, streamId }: OfStream): StreamName => ({
  type: streamType,
  id: streamId,
})

/** A name as one text, to be the key of a map: no type has a slash in it. */
export const streamKey = ({ type, id }: StreamName): string => `${type}/${id}`

/** The same of the stream that a recorded event is of. */
export const streamKeyOf = (event: OfStream): string => streamKey(streamOfEvent(event))

export const isSameStream = (one: StreamName, other: StreamName): boolean =>
  one.type === other.type && one.id === other.id
