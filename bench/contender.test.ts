import { describe, expect, it } from 'vitest'
import { type Contender, measureContender } from './contender'

const hammered = { perSecond: 1, p50Ms: 1, p99Ms: 1, answered: 10 }

/** Answers ten appends and keeps as many as it is told to. */
const contender = (kept: number): Contender => {
  let held = 100
  return {
    name: 'forgetful',
    role: 'peer',
    run: async () => {
      held += kept
      return hammered
    },
    countEvents: async () => held,
  }
}

describe('measureContender', () => {
  it('believes who holds what it answered', async () => {
    expect(await measureContender(contender(10), 1)).toEqual(hammered)
  })

  it.each([9, 11])('refuses the figures of who answered ten and holds %i', async (kept) => {
    await expect(measureContender(contender(kept), 1)).rejects.toThrow(`10 were answered, ${kept} are there`)
  })
})
