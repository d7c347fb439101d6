import { expect, test } from 'vitest'
import { type PaletteOffer, paletteEntries } from './palette-entries'

const given = (offer: Partial<PaletteOffer> = {}) => ({
  when: (typed: string) =>
    paletteEntries(typed, {
      knows: () => true,
      canRun: () => true,
      head: 42,
      opens: undefined,
      ...offer,
    }).map(({ name }) => name),
})

test('nothing typed shows all the page can do, but not itself', () => {
  const names = given({ knows: (id) => ['compare', 'next', 'palette'].includes(id) }).when('')
  expect(names).toEqual(['Next event', 'Compare two versions'])
})

test('a number leads to its version, as far as there are any', () => {
  const { when } = given()
  expect(when('12')).toEqual(['Go to version 12 of 42'])
  expect(when('v 0')).toEqual(['Go to version 0 of 42'])
  expect(when('version 42')).toContain('Go to version 42 of 42')
  expect(when('43')).toEqual([])
})

test('the best comes first', () => {
  expect(given().when('next b')[0]).toBe('Next breakpoint')
  expect(given().when('live')[0]).toBe('Return to live')
  expect(given().when('qqq')).toEqual([])
})

test('staff open carts by their id', () => {
  const id = '0198f3c2-6a4e-7c1d-9b2f-3d5e6f708192'
  const { when } = given({ opens: 'cart' })
  expect(when(id)).toEqual([`Open cart ${id}`])
  expect(when('open cart 536365')).toEqual(['Open cart 536365'])
  expect(when('live')).not.toContain('Open cart live')
  expect(given().when(id)).toEqual([])
})

test('what has nothing to do says so', () => {
  const [entry] = paletteEntries('undo', {
    knows: () => true,
    canRun: (id) => id !== 'undo',
    head: 0,
    opens: undefined,
  })
  expect(entry).toMatchObject({ id: 'undo', canRun: false })
})
