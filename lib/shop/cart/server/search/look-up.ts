import type { Sql } from '../../../../kit/server/postgres/sql'
import type { SearchCondition } from '../../wire/search/query'
import { wordsOf } from '../../wire/search/words'
import { type KnownIds, knownIds } from './known-ids'
import { knownTerms } from './known-terms'
import { actorTerm, eventTerm, productTerm, saidTerm, type TextKind, wordTerm } from './terms'
import { type Phrase, textsWith } from './texts-with'

/** What carts are found by: one of the terms, a phrase, or how their ids begin. */
export interface Meaning {
  readonly terms: readonly string[]
  /** Where more texts have it than could be named one by one. */
  readonly phrase?: Phrase | undefined
  readonly ids: KnownIds
}

const noIds: KnownIds = { cart: false, customer: false }
const mostTexts = 500

/** Looks up what a condition on what the events say can mean in this shop; of what there is nowhere, nothing is left. */
export const lookUp = async (sql: Sql, condition: SearchCondition): Promise<Meaning> => {
  switch (condition.field) {
    case 'event':
      return { terms: await knownTerms(sql, [eventTerm(condition.type)]), ids: noIds }
    case 'actor':
      return { terms: await knownTerms(sql, [actorTerm(condition.text)]), ids: noIds }
    case 'product':
      return { ...(await lookUpText(sql, condition.text, ['name'])), ids: noIds }
    case 'words':
      return {
        ...(await lookUpText(sql, condition.text, ['name', 'text'])),
        ids: await knownIds(sql, condition.text),
      }
    default:
      return { terms: [], ids: noIds }
  }
}

const lookUpText = async (
  sql: Sql,
  text: string,
  kinds: readonly TextKind[],
): Promise<Pick<Meaning, 'terms' | 'phrase'>> => {
  const words = wordsOf(text)
  const [word = ''] = words
  const single = words.length === 1 ? kinds.map((kind) => wordTerm(kind, word)) : []
  const terms = await knownTerms(sql, [productTerm(text), ...single])
  if (words.length < 2) return { terms }
  const said = await textsWith(sql, { kinds, words }, mostTexts + 1)
  return said.length > mostTexts
    ? { terms, phrase: { kinds, words } }
    : { terms: [...terms, ...said.map(saidTerm)] }
}
