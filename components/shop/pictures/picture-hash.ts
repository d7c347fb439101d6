/** Deals whole numbers from 0 to sides - 1: the same text always deals the same hand. */
export type Dice = (sides: number) => number

const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return scatter(hash)
}

export const diceFor = (text: string): Dice => {
  let state = hashText(text)
  return (sides) => {
    state = (state + 0x9e3779b9) | 0
    return scatter(state) % sides
  }
}

export const pick = <L extends readonly [unknown, ...unknown[]]>(dice: Dice, from: L): L[number] =>
  from[dice(from.length)] ?? from[0]

// Neighbouring stock codes (85123A, 85123B) must not look like neighbours.
const scatter = (value: number): number => {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
