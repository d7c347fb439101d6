import { type GrowingLink, type GrowingLinkOptions, openGrowingLink } from './growing-link'

interface TypeLinkOptions extends Omit<GrowingLinkOptions, 'readOn'> {
  readonly streamType: string
  /** Reads what there is, up to a position of the log that was heard of, and takes it in. */
  readonly readOn: (position: number | undefined) => ReturnType<GrowingLinkOptions['readOn']>
}

/** What brings a list of a type's streams up to date on the page. */
export const openTypeLink = ({ streamType, readOn, ...options }: TypeLinkOptions): GrowingLink => {
  let heardOf: number | undefined
  return openGrowingLink(
    {
      watch: (socket, answer) => socket.emit('watchType', { streamType }, answer),
      unwatch: (socket) => socket.emit('unwatchType', { streamType }),
      hints: (onGrew) => ({
        typeGrew: (grown) => {
          if (grown.streamType !== streamType) return
          heardOf = Math.max(heardOf ?? 0, grown.position)
          onGrew()
        },
      }),
    },
    { ...options, readOn: () => readOn(heardOf) },
  )
}
