import { do_not_optimize, measure } from 'mitata'
import { figure } from './table'

/** Throws when two contenders did not come to the same. */
export const expectSame = (actual: unknown, expected: unknown): void => {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) throw new Error('The contenders do not agree')
}

/** The median of many runs over so many items, as cells: milliseconds, million items per second. */
export const pace = async (items: number, work: () => unknown): Promise<string[]> => {
  const { p50 } = await measure(() => do_not_optimize(work()), { min_samples: 5, min_cpu_time: 500e6 })
  return [figure(p50 / 1e6), figure((items / p50) * 1e3)]
}
