import { ascending, percentile } from '../percentile'

export interface Tallied {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Those that were answered between beginning and end of what is measured. */
  readonly counted: number
}

/** Counts what was answered from one moment to another, whenever it was asked: a slow server's answers span more than what is measured. */
export const createTally = (from: number) => {
  const answers: { readonly at: number; readonly latency: number }[] = []
  return {
    add: (asked: number, answered: number): void => {
      if (answered >= from) answers.push({ at: answered, latency: answered - asked })
    },
    count: (): number => answers.length,
    result: (until: number): Tallied => {
      const sorted = ascending(answers.filter(({ at }) => at < until).map(({ latency }) => latency))
      return {
        perSecond: (sorted.length / (until - from)) * 1_000,
        p50Ms: percentile(sorted, 50),
        p99Ms: percentile(sorted, 99),
        counted: sorted.length,
      }
    },
  }
}
