import type { Write } from '../../../kit/server/postgres/write'
import type { Projection } from '../../../kit/server/projections/projection'
import { wordsOf } from '../wire/search/words'
import { type CartChange, createCartStates } from './cart-states'
import { factsOf, type Said, saidBy, saidTerm, termsOf } from './search/terms'

/** `cart_terms` and `cart_texts`: what carts are found by. Rows are only ever added, so that doing it again is harmless. */
export const cartSearchProjection: Projection = {
  name: 'cart_search',
  tables: ['cart_terms', 'cart_texts'],
  filter: { streamTypes: ['cart'] },
  begin: (streams) => {
    const follow = createCartStates(streams)
    return async (events) => {
      const found = indexOf(await follow(events))
      return [...writeTerms(found.postings), ...writeTexts(found.texts)]
    }
  },
}

interface Posting {
  readonly term: string
  readonly position: number
}

const indexOf = (steps: readonly CartChange[]) => {
  const postings = new Map<string, Posting>()
  const texts = new Map<string, Said>()
  for (const { event, opened } of steps) {
    const said = saidBy(event.data)
    for (const text of said) texts.set(saidTerm(text), text)
    for (const term of [...factsOf(event), ...said.flatMap(termsOf)])
      postings.set(`${term} ${opened.position}`, { term, position: opened.position })
  }
  return { postings, texts }
}

/** By their keys' order, so that two who write the same rows at once wait for each other and never deadlock. */
const sorted = <Value>(rows: ReadonlyMap<string, Value>): Value[] =>
  [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)

const writeTerms = (rows: ReadonlyMap<string, Posting>): readonly Write[] => {
  const postings = sorted(rows)
  if (postings.length === 0) return []
  const terms = postings.map(({ term }) => term)
  const positions = postings.map(({ position }) => position)
  return [
    (value) =>
      `INSERT INTO cart_terms (term, created_position)
       SELECT * FROM unnest(${value(terms)}::text[], ${value(positions)}::bigint[]) ON CONFLICT DO NOTHING`,
  ]
}

const writeTexts = (rows: ReadonlyMap<string, Said>): readonly Write[] => {
  const texts = sorted(rows).map(({ kind, text }) => ({ kind, text, words: wordsOf(text) }))
  if (texts.length === 0) return []
  return [
    (value) =>
      `INSERT INTO cart_texts
       SELECT * FROM jsonb_populate_recordset(null::cart_texts, ${value(JSON.stringify(texts))}) AS new
       WHERE NOT EXISTS (SELECT FROM cart_texts old WHERE (old.kind, old.text) = (new.kind, new.text))
       ON CONFLICT DO NOTHING`,
  ]
}
