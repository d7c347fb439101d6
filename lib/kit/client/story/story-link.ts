import { type GrowingLink, type GrowingLinkOptions, openGrowingLink } from '../connection/growing-link'

interface StoryLinkOptions extends GrowingLinkOptions {
  readonly correlationId: string
}

/** What makes a story grow on the page. */
export const openStoryLink = ({ correlationId, ...options }: StoryLinkOptions): GrowingLink =>
  openGrowingLink(
    {
      watch: (socket, answer) => socket.emit('watchStory', { correlationId }, answer),
      unwatch: (socket) => socket.emit('unwatchStory', { correlationId }),
      hints: (onGrew) => ({
        storyGrew: (grown) => {
          if (grown.correlationId === correlationId) onGrew()
        },
      }),
    },
    options,
  )
