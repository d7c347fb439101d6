/** How soon what couldn't be fetched is tried again, in milliseconds. */
const retryMs = 1_000

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
