import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What only a shop says, in singular. The kit and the player say it nowhere: not in a name, a text, a comment or a path. */
const words: ReadonlySet<string> = new Set([
  'basket',
  'cart',
  'catalog',
  'catalogue',
  'checkout',
  'currency',
  'customer',
  'invoice',
  'money',
  'payment',
  'price',
  'product',
  'purchase',
  'retail',
  'shipping',
  'shop',
  'shopper',
  'shopping',
  'sku',
])

/** `itemRepriced`, `ITEM_PRICES` and `a price` as single words. */
const wordsIn = (text: string): string[] =>
  (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase())

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/s$/, '')

const isOfShop = (word: string): boolean =>
  words.has(word) || words.has(singular(word)) || /^(re)?pric(ed|ing)$/.test(word)

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((path) => /\.(tsx?|md|json)$/.test(path))

/** The player's own tests may play a cart's history. */
const files = [
  ...filesIn('lib/kit'),
  ...filesIn('components/player').filter((path) => !/\.test\.tsx?$/.test(path)),
]

const shopWordsOf = (path: string): string[] => [
  ...new Set(wordsIn(`${path}\n${readFileSync(join(root, path), 'utf8')}`).filter(isOfShop)),
]

describe('the words of a shop', () => {
  it.each([
    ['cartIds', ['cart']],
    ['MAX_PRICES', ['prices']],
    ["it('is repriced')", ['repriced']],
    ['currencies', ['currencies']],
    ["from '../../shop/wire'", ['shop']],
    ['workshop, cartoon, discarded, production, in order', []],
  ])('are found in %s', (text, found) => {
    expect(wordsIn(text).filter(isOfShop)).toEqual(found)
  })

  it('are said nowhere in the kit and the player', () => {
    expect(files.length).toBeGreaterThan(300)
    const told = files.flatMap((path) => shopWordsOf(path).map((word) => `${path}: ${word}`))
    expect(told).toEqual([])
  })
})
