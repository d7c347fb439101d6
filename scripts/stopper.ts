/** Aborts when one stops the program at the terminal, once; then it has time to leave things in order. */
export const createStopper = (words: string): AbortSignal => {
  const stopper = new AbortController()
  const stop = () => {
    if (stopper.signal.aborted) return
    stopper.abort()
    process.stderr.write(`\n${words}\n`)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return stopper.signal
}
