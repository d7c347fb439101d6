/** How a card of the built-in test provider behaves. */
export type TestBehaviour =
  | 'approve'
  | 'decline'
  | 'noFunds'
  | 'threeDSecure'
  | 'slow'
  | 'timeout'
  | 'twice'
  | 'expire'

export interface TestCard {
  readonly behaviour: TestBehaviour
  readonly lastFour: string
}

/** The numbers that do something, and what they do, for people to choose from. */
export const testCards: readonly {
  readonly number: string
  readonly behaviour: TestBehaviour
  readonly words: string
}[] = [
  { number: '4242424242424242', behaviour: 'approve', words: 'is approved' },
  { number: '4000000000000002', behaviour: 'decline', words: 'is declined' },
  { number: '4000000000009995', behaviour: 'noFunds', words: 'is declined: too little money' },
  { number: '4000000000003220', behaviour: 'threeDSecure', words: 'asks you to confirm (3-D Secure)' },
  { number: '4000000000000077', behaviour: 'slow', words: 'is approved after three seconds' },
  { number: '4000000000000119', behaviour: 'timeout', words: 'is approved, but the answer gets lost' },
  { number: '4000000000000259', behaviour: 'twice', words: 'is approved later, and told twice' },
  {
    number: '4000000000000069',
    behaviour: 'expire',
    words: 'is approved, and the approval expires after a minute',
  },
]

/** What a number stands for; undefined for what is no card number. Any other than those listed is approved. */
export const testCardOf = (typed: string): TestCard | undefined => {
  const number = typed.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(number) || !isChecked(number)) return undefined
  const behaviour = testCards.find((card) => card.number === number)?.behaviour ?? 'approve'
  return { behaviour, lastFour: number.slice(-4) }
}

/** The last digit checks the others (Luhn). */
const isChecked = (number: string): boolean => {
  const sum = [...number].reverse().reduce((sum, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
