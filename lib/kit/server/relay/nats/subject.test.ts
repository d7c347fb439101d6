import fc from 'fast-check'
import { expect, it } from 'vitest'
import { subjectOf } from './subject'

const of = (streamId: string) =>
  subjectOf('kit', { streamType: 'notebook', streamId, eventType: 'NoteWritten' })

it('a subject is prefix, type, id and type of event', () => {
  expect(of('n-1')).toBe('kit.notebook.n-1.NoteWritten')
})

it('an id of any signs is one token of a subject, and told apart from any other', () => {
  const id = fc.string({ unit: 'grapheme', minLength: 1 })
  fc.assert(
    fc.property(id, id, (one, other) => {
      expect(of(one)).toMatch(/^kit\.notebook\.[^\s.*>]+\.NoteWritten$/)
      expect(of(one) === of(other)).toBe(one === other)
    }),
  )
  expect(of('a.b *>')).toBe('kit.notebook.a%2Eb%20%2A%3E.NoteWritten')
})
