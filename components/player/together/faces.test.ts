import { expect, test } from 'vitest'
import type { Looker } from '@/lib/kit/wire/socket'
import { facesOf } from './faces'

const staff = (name: string, id: string): Looker => ({ id, who: { kind: 'staff', name }, version: null })

test('initials tell everybody apart without a colour', () => {
  const others = ['Sue Brown', 'Sam  van Berg', 'Sue Brown', '\u00e9mile', ' '].map((name, index) =>
    staff(name, `${index}a`),
  )
  const initials = [...facesOf(others, 5).values()].map((face) => face.initials)
  expect(initials).toEqual(['SB', 'SB2', 'SB3', '\u00c9', '?'])
})

test('nobody has another one’s colour while there are enough of them', () => {
  const others = Array.from({ length: 7 }, (_, index) => staff('Sue', `0a${index * 5}`))
  const colors = [...facesOf(others, 5).values()].map(({ color }) => color)
  expect(new Set(colors.slice(0, 5)).size).toBe(5)
  expect(colors.every((color) => color >= 0 && color < 5)).toBe(true)
})

test('who stays keeps their colour when those who came later leave', () => {
  const others = Array.from({ length: 4 }, (_, index) => staff('Sue', `0a${index * 5}`))
  const all = facesOf(others, 5)
  const some = facesOf(others.slice(0, 2), 5)
  for (const [id, { color }] of some) expect(color).toBe(all.get(id)?.color)
})
