import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { viewLink, viewPath } from './view-link'

const readBack = (path: string) => [...new URL(path, 'https://app.invalid').searchParams]

describe('viewPath', () => {
  it('keeps version, compared version, filters, selected event and tab', () => {
    const view = { v: '12', c: '4', diff: 'structure', e: '9', f: 'actor:staff -"a&b"', panel: 'when' }
    const path = viewPath('/notebooks/x', view)
    expect(path).toMatch(/^\/notebooks\/x\?v=12&c=4&/)
    expect(readBack(path)).toEqual(Object.entries(view))
  })

  it('keeps a part that is there twice, and leaves out what is not there', () => {
    expect(viewPath('/notebooks/x', { f: ['a', 'b'], v: undefined })).toBe('/notebooks/x?f=a&f=b')
    expect(viewPath('/notebooks/x', {})).toBe('/notebooks/x')
  })

  it('leaves out what is too long, and goes on', () => {
    expect(viewPath('/notebooks/x', { v: '1', f: 'x'.repeat(3_000), c: '2' })).toBe('/notebooks/x?v=1&c=2')
  })

  it('stays on its path, whatever the view says, also through `next`', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 }))), (view) => {
        const path = viewPath('/notebooks/x', view)
        const next = new URLSearchParams(`${new URLSearchParams({ next: path })}`).get('next') as string
        const url = new URL(next, 'https://app.invalid')
        expect(`${url.origin}${url.pathname}${url.hash}`).toBe('https://app.invalid/notebooks/x')
        expect(next.length).toBeLessThan(2_100)
      }),
    )
  })
})

describe('viewLink', () => {
  const address = 'https://app.example/notebooks/x?v=3&c=2&f=tea#now'

  it('says the moment that the address bar does not say yet', () => {
    expect(viewLink(address, { v: '7' })).toBe('https://app.example/notebooks/x?v=7&c=2&f=tea#now')
  })

  it('names no version while live', () => {
    expect(viewLink(address, { v: null })).toBe('https://app.example/notebooks/x?c=2&f=tea#now')
  })
})
