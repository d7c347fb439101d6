type Texts = AsyncGenerator<string, void, undefined>

/**
 * Texts as a response's body. Nothing is made before it is asked for, beyond what was `begun`; a reader who leaves
 * ends the generator, and an error breaks the body off, so that nobody takes it for whole.
 */
export const toTextStream = (
  begun: Awaited<ReturnType<Texts['next']>>,
  rest: Texts,
  onBreak: (error: unknown) => void,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let ahead: typeof begun | undefined = begun
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const next = ahead ?? (await rest.next())
          ahead = undefined
          if (next.done) controller.close()
          else controller.enqueue(encoder.encode(next.value))
        } catch (error) {
          onBreak(error)
          throw error
        }
      },
      cancel: async () => {
        await rest.return()
      },
    },
    { highWaterMark: 0 },
  )
}
