import type { RecordedCartEvent } from '../../../wire/recorded-shop-events'
import { wordsOf } from '../../wire/search/words'

/** A product's name, or anything else that an event says in words. */
export type TextKind = 'name' | 'text'

/** A whole text, as it was written. */
export interface Said {
  readonly kind: TextKind
  readonly text: string
}

/** Of longer texts the beginning is found. */
const maxLength = 400
const halfCharacter = /[\ud800-\udbff]$/

/** What a cart is found by, as it stands in the index: a text's words one by one, and the whole of it. */
export const eventTerm = (type: string): string => `event:${type}`
export const actorTerm = (kindOrId: string): string => `actor:${kindOrId.toLowerCase()}`
export const productTerm = (productId: string): string => `product:${productId.toLowerCase()}`
export const wordTerm = (kind: TextKind, word: string): string => `${kind}:${word}`
export const saidTerm = ({ kind, text }: Said): string => `${kind}=${text}`

/** What a whole text was, of its term; nothing of other terms. */
export const saidOf = (term: string): Said | undefined => {
  const [, kind, text] = /^(name|text)=(.*)$/s.exec(term) ?? []
  return text === undefined ? undefined : { kind: kind as TextKind, text }
}

const unsaid = new Set(['productId', 'customerId', 'currency'])

/** All that an event says in words. */
export const saidBy = (data: object): Said[] =>
  Object.entries(data).flatMap(([name, value]): Said[] => {
    if (typeof value === 'object' && value !== null) return saidBy(value)
    if (typeof value !== 'string' || unsaid.has(name)) return []
    const text = value.slice(0, maxLength).replace(halfCharacter, '').trim()
    return text ? [{ kind: name === 'productName' ? 'name' : 'text', text }] : []
  })

/** What a cart is found by because of this event, but for what the event says. */
export const factsOf = ({ type, data, metadata: { actor } }: RecordedCartEvent): string[] => [
  eventTerm(type),
  actorTerm(actor.kind),
  actorTerm(actor.id),
  ...('productId' in data ? [productTerm(data.productId)] : []),
]

/** The terms of a text: its words, and the whole. */
export const termsOf = (said: Said): string[] => [
  saidTerm(said),
  ...wordsOf(said.text).map((word) => wordTerm(said.kind, word)),
]
