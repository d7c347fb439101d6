import { ascending } from './percentile'

interface Turns {
  /** Rounds that don't count. */
  readonly warmUps: number
  readonly rounds: number
}

interface Timed<Answer> {
  /** How long each took, in milliseconds, the shortest first. */
  readonly sorted: readonly number[]
  /** What was answered last. */
  readonly answer: Answer
}

/** Asks one after another, round by round, so that none has a quieter machine than the others. */
export const takeTurns = async <Answer>(
  asks: readonly (() => Promise<Answer>)[],
  { warmUps, rounds }: Turns,
): Promise<Timed<Answer>[]> => {
  const timings = asks.map((): number[] => [])
  const answers: Answer[] = []
  for (let round = -warmUps; round < rounds; round++) {
    for (const [nth, ask] of asks.entries()) {
      const begun = performance.now()
      answers[nth] = await ask()
      if (round >= 0) timings[nth]?.push(performance.now() - begun)
    }
  }
  return timings.map((each, nth) => ({ sorted: ascending(each), answer: answers[nth] as Answer }))
}
