import { type Hammered, hammer, type StartWriter } from './hammer'

export interface Contender {
  readonly name: string
  readonly role: 'floor' | 'peer' | 'ours'
  /** Lets so many writers append, one event each time, for as long as a measurement takes. */
  readonly run: (writers: number) => Promise<Hammered>
  /** All events it holds. */
  readonly countEvents: () => Promise<number>
}

/** Many writers, each waiting for its own append. */
export const byWriters =
  (startWriter: StartWriter) =>
  (writers: number): Promise<Hammered> =>
    hammer(writers, startWriter)

/** One connection that writes as many events in each statement as there would be writers. */
export const byBatches =
  (insertBatch: (size: number) => Promise<void>) =>
  async (writers: number): Promise<Hammered> => {
    const batches = await hammer(1, () => () => insertBatch(writers))
    return {
      ...batches,
      perSecond: batches.perSecond * writers,
      answered: batches.answered * writers,
    }
  }

/** Measures a contender, and makes sure that it holds as many events more as it answered. */
export const measureContender = async (
  { name, run, countEvents }: Contender,
  writers: number,
): Promise<Hammered> => {
  const before = await countEvents()
  const hammered = await run(writers)
  const written = (await countEvents()) - before
  if (written === hammered.answered) return hammered
  throw new Error(`${name}: ${hammered.answered} were answered, ${written} are there`)
}
