import { ascending, percentile } from '../percentile'

export interface Tallied {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Those that were answered between beginning and end of what is measured. */
  readonly counted: number
}

/** Counts what was answered between two moments, whenever it was asked: a slow server's answers span more than what is measured. */
export const createTally = ({ from, until }: { readonly from: number; readonly until: number }) => {
  const latencies: number[] = []
  return {
    add: (asked: number, answered: number): void => {
      if (answered >= from && answered < until) latencies.push(answered - asked)
    },
    result: (): Tallied => {
      const sorted = ascending(latencies)
      return {
        perSecond: (sorted.length / (until - from)) * 1_000,
        p50Ms: percentile(sorted, 50),
        p99Ms: percentile(sorted, 99),
        counted: sorted.length,
      }
    },
  }
}
