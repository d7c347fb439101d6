import { describe, expect, it } from 'vitest'
import { durabilityOf, followOf, raceOf } from './verdict'

describe('durabilityOf', () => {
  const answered = new Map([
    ['a', ['1', '2', '3', '4']],
    ['b', ['5', '6']],
  ])

  it('finds nothing where all that was answered is there, and perhaps more', () => {
    const held = new Map([
      ['a', ['1', '2', '3', '4', '7', '8']],
      ['b', ['5', '6']],
    ])
    expect(durabilityOf(answered, held, 2)).toEqual({ answered: 6, lost: 0, torn: 0, twice: 0 })
  })

  it.each([
    ['an end that is gone', ['1', '2'], { lost: 2, torn: 0, twice: 0 }],
    ['half of an append', ['1', '2', '3'], { lost: 1, torn: 1, twice: 0 }],
    ['half of an append that nobody answered', ['1', '2', '3', '4', '7'], { lost: 0, torn: 1, twice: 0 }],
    ['an append that is there twice', ['1', '2', '1', '2', '3', '4'], { lost: 2, torn: 0, twice: 2 }],
    ['a stream that is gone', [], { lost: 4, torn: 0, twice: 0 }],
  ])('finds %s', (_, ids, found) => {
    const held = new Map([
      ['a', ids],
      ['b', ['5', '6']],
    ])
    expect(durabilityOf(answered, held, 2)).toEqual({ answered: 6, ...found })
  })
})

describe('raceOf', () => {
  it('finds nothing where each round has its winner and the stream holds them', () => {
    expect(raceOf([['1'], ['2']], ['1', '2'])).toEqual({ rounds: 2, undecided: 0, wrong: 0 })
  })

  it.each([
    ['two winners', [['1', '2'], ['3']], ['1', '2', '3'], { undecided: 1, wrong: 0 }],
    ['no winner', [['1'], []], ['1'], { undecided: 1, wrong: 0 }],
    ['a winner that is gone', [['1'], ['2']], ['1'], { undecided: 0, wrong: 1 }],
    ['a loser that is there', [['1'], ['2']], ['1', '2', '3'], { undecided: 0, wrong: 1 }],
  ])('finds %s', (_, winners, held, found) => {
    expect(raceOf(winners, held)).toEqual({ rounds: 2, ...found })
  })
})

describe('followOf', () => {
  const streams = new Map([
    ['a', ['1', '2', '3']],
    ['b', ['4']],
  ])

  it.each([
    ['nothing where all came, each stream in order', ['1', '4', '2', '3'], {}],
    ['what never came', ['1', '3', '4'], { missed: 1 }],
    ['what came twice', ['1', '2', '2', '3', '4'], { twice: 1 }],
    ['what came too late', ['1', '3', '2', '4'], { disordered: 1 }],
  ])('finds %s', (_, delivered, found) => {
    expect(followOf(delivered, streams)).toEqual({ missed: 0, twice: 0, disordered: 0, ...found })
  })
})
