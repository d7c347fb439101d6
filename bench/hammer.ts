import { ascending, percentile } from './percentile'

export interface Hammered {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Operations that were answered, warm-up and all. */
  readonly answered: number
}

/** Makes one writer's operation; what it closes over is that writer's own. */
export type StartWriter = () => () => Promise<void>

const warmUpMs = 1_000
const measuredMs = 2_500

/** So many writers, each doing its operation again as soon as it is answered. */
export const hammer = async (writers: number, startWriter: StartWriter): Promise<Hammered> => {
  const latencies: number[] = []
  let answered = 0
  const start = performance.now()
  const from = start + warmUpMs
  const until = from + measuredMs

  const write = async () => {
    const operation = startWriter()
    for (let begun = performance.now(); begun < until; ) {
      await operation()
      const ended = performance.now()
      answered++
      if (begun >= from && ended <= until) latencies.push(ended - begun)
      begun = ended
    }
  }
  await Promise.all(Array.from({ length: writers }, write))

  const sorted = ascending(latencies)
  return {
    perSecond: (latencies.length / measuredMs) * 1_000,
    p50Ms: percentile(sorted, 50),
    p99Ms: percentile(sorted, 99),
    answered,
  }
}
