import { expect, test } from 'vitest'
import type { Looker } from '@/lib/kit/wire/socket'
import { diaryView } from '../testing/diary-view'
import { lookersSentence, nameOf, placeOf } from './looker-words'

const staff = (name: string | null, version: number | null = null, id = name ?? ''): Looker => ({
  id,
  who: { kind: 'staff', name },
  version,
})
const shopper: Looker = { id: 'ann', who: { kind: 'shopper', name: null }, version: 4 }

test('who looks is said with names where they are known', () => {
  expect(lookersSentence(diaryView, [], 0)).toBe('Nobody else looks at this diary')
  expect(lookersSentence(diaryView, [shopper], 1)).toBe('The author also looks at this diary')
  expect(lookersSentence(diaryView, [staff('Sue'), shopper], 2)).toBe(
    'Sue and the author also look at this diary',
  )
  expect(lookersSentence(diaryView, [staff('Sue'), staff('Tom'), shopper], 37)).toBe(
    '37 others look at this diary',
  )
  expect(nameOf(diaryView, staff(null))).toBe('support')
})

test('where somebody looks', () => {
  expect(placeOf(shopper)).toBe('at version 4')
  expect(placeOf(staff('Sue'))).toBe('live')
})
