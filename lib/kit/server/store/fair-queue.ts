export interface Job {
  /** Jobs of one key stay in their order. */
  readonly key: string
  /** What may not be taken twice at once. */
  readonly once?: string | undefined
  readonly size: number
  /** Can't be taken together with others. */
  readonly alone?: boolean | undefined
}

interface Limits {
  readonly jobs: number
  readonly size: number
}

/** Jobs that wait, first come first served, but each key one at a turn: a busy one doesn't starve the others. */
export const createFairQueue = <Item extends Job>() => {
  const waiting = new Map<string, Item[]>()
  let length = 0
  let size = 0

  /** What can go next of keys that aren't busy: as many as the limits allow, at least one where there is one. */
  const take = (limits: Limits, busy: ReadonlySet<string>): Item[] => {
    const taken: Item[] = []
    const once = new Set<string>()
    let takenSize = 0
    // A key that is put back comes up again behind the others, until nothing more fits.
    for (const [key, jobs] of waiting) {
      const job = jobs[0] as Item
      if (busy.has(key) || (job.once && once.has(job.once)) || (job.alone && taken.length > 0)) continue
      const fits = taken.length < limits.jobs && takenSize + job.size <= limits.size
      if (!fits && taken.length > 0) break
      jobs.shift()
      waiting.delete(key)
      if (jobs.length > 0) waiting.set(key, jobs)
      taken.push(job)
      takenSize += job.size
      if (job.once) once.add(job.once)
      if (job.alone) break
    }
    length -= taken.length
    size -= takenSize
    return taken
  }

  return {
    add: (job: Item): void => {
      const jobs = waiting.get(job.key)
      if (jobs) jobs.push(job)
      else waiting.set(job.key, [job])
      length++
      size += job.size
    },
    take,
    length: (): number => length,
    size: (): number => size,
  }
}
