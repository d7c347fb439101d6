import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import { isolated } from '../../ui/named'
import { typeWords } from './type-words'

/** So many values are told, and texts no longer than so many characters. */
const most = 3
const longest = 40

/** An object in a word or two, where it is known what it is. */
export type HintOf = (value: object) => string | undefined

/** An event of which nothing is known but what it says: its type's name, and such of its values as are short. */
export const plainSentence = ({ type, data }: DomainEvent, hintOf: HintOf): string =>
  [typeWords(type), ...shortValues(data, hintOf)].join(': ')

/** Such values of an object as are short, in one text; none where there are none. */
export const shortValues = (object: object, hintOf: HintOf): [string] | [] => {
  const told = Object.entries(object).flatMap(([field, value]) => {
    const words = shortly(value, hintOf)
    return words === undefined ? [] : [`${fieldWords(field)} ${words}`]
  })
  return told.length === 0 ? [] : [told.slice(0, most).join(', ')]
}

const shortly = (value: unknown, hintOf: HintOf): string | undefined => {
  if (typeof value === 'string') return value !== '' && value.length <= longest ? isolated(value) : undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' && value !== null ? hintOf(value) : undefined
}

/** A field's name as words: noteTitle is "note title". */
const fieldWords = (field: string): string => typeWords(field).toLowerCase()
