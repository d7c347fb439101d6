import { ascending, percentile } from '../percentile'

export const median = (values: readonly number[]): number => percentile(ascending(values), 50)

/** The runs' values, one after another. */
export const repeat = async <T>(times: number, run: (nth: number) => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let nth = 0; nth < times; nth++) results.push(await run(nth))
  return results
}
