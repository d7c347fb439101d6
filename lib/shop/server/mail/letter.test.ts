import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reminderLetter } from '../../abandonment/server/reminder-letter'
import { foldCart } from '../../cart/evolve'
import { initialCart } from '../../cart/state'
import { cartCreated, itemAdded } from '../../testing/events'
import {
  createToUrl,
  knownAddressLetter,
  newPasswordLetter,
  noAccountLetter,
  signUpLetter,
} from './account-letters'
import { type Letter, writeLetter } from './letter'

const publicUrl = 'https://shop.example.com'
const toUrl = createToUrl(publicUrl)

const cart = foldCart(initialCart('cart-1'), [cartCreated(), itemAdded('mug', 2), itemAdded('lamp')])

/** Every letter that the shop writes. */
const letters: readonly Letter[] = [
  signUpLetter(toUrl, 'a-token'),
  knownAddressLetter(toUrl),
  newPasswordLetter(toUrl, 'a-token'),
  noAccountLetter(toUrl),
  reminderLetter(cart, { shop: toUrl('/'), stop: toUrl('/reminders', 'a-token') }),
]

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const read = (html: string): string =>
  html.replace(/&(\w+|#39);/g, (_, name: string) => entities[name] ?? '?')
const bodyOf = (html: string): string => html.slice(html.indexOf('<body'))
const wordsOf = (html: string): string => read(bodyOf(html).replace(/<[^>]*>/g, ' '))
const linksOf = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => read(href))
const inOne = (text: string): string => text.replace(/\s+/g, ' ').trim()

describe.each(letters.map((letter) => [letter.title, letter] as const))('"%s"', (_, letter) => {
  const { subject, text, html } = writeLetter(letter)

  it('says the same as text and as HTML', () => {
    for (const words of [
      letter.title,
      ...letter.paragraphs,
      ...letter.notes,
      ...letter.links.map((link) => link.words),
    ]) {
      expect(inOne(text)).toContain(inOne(words))
      expect(inOne(wordsOf(html))).toContain(inOne(words))
    }
    expect(text.match(/https?:\/\/\S+/g)).toEqual(linksOf(html))
  })

  it('leads to pages of the shop alone, by whole addresses', () => {
    for (const link of linksOf(html)) expect(link).toMatch(/^https:\/\/shop\.example\.com\/([a-z]|$)/)
    expect(html).not.toMatch(/<(img|script|link|iframe)|url\(/)
  })

  it('tells a token to who opens it alone: nowhere but behind a #', () => {
    expect(subject).not.toContain('token')
    for (const [token] of text.matchAll(/.{0,20}a-token/g)) expect(token).toContain('#a-token')
  })
})

it('whether an address has an account can’t be told by a subject', () => {
  expect(signUpLetter(toUrl, 't').subject).toBe(knownAddressLetter(toUrl).subject)
  expect(newPasswordLetter(toUrl, 't').subject).toBe(noAccountLetter(toUrl).subject)
})

it('has what was written, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const { html, text } = writeLetter({ ...knownAddressLetter(toUrl), paragraphs: [`<${words}>`] })
      expect(inOne(wordsOf(html))).toContain(inOne(`<${words}>`))
      expect(text).toContain(`<${words}>`)
    }),
  )
})
