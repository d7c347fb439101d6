import { notePartFailed } from '@/lib/kit/client/connection/renewal'
import { pauseMs, rest } from '@/lib/kit/client/page/pauses'

/**
 * Fetches a part of the page, for React's `lazy`, which asks but once, too: again and again until it is there, more and
 * more rarely, or until nobody waits for it any more: then it never is.
 */
export const untilThere = async <Part>(load: () => Promise<Part>, signal?: AbortSignal): Promise<Part> => {
  for (let failures = 0; ; failures++) {
    try {
      return await load()
    } catch (error) {
      void notePartFailed(error)
      await rest(pauseMs(failures))
      if (signal?.aborted) return new Promise(() => undefined)
    }
  }
}
