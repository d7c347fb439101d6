type Texts = AsyncGenerator<string, void, undefined>

/**
 * Texts for a reply, of which the first is made. Nothing is made before it is asked for, beyond what was `begun`; a reader who
 * leaves, be it before the first, ends the rest, and what breaks on its way is told.
 */
export const toldTexts = (
  begun: Awaited<ReturnType<Texts['next']>>,
  rest: Texts,
  onBreak: (error: unknown) => void,
): AsyncIterableIterator<string, void> => {
  let ahead: typeof begun | undefined = begun
  const texts: AsyncIterableIterator<string, void> = {
    next: async () => {
      const first = ahead
      ahead = undefined
      if (first) return first
      try {
        return await rest.next()
      } catch (error) {
        onBreak(error)
        throw error
      }
    },
    return: () => rest.return(),
    [Symbol.asyncIterator]: () => texts,
  }
  return texts
}
