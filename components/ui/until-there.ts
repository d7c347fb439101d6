import { retryMs } from '@/lib/client/socket'

/** Fetches a part of the page for React's `lazy`, which asks but once: again and again until it is there. */
export const untilThere = async <Part>(load: () => Promise<Part>): Promise<Part> => {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
  }
}
