import { expect, it } from 'vitest'
import type { Verdict } from '@/lib/kit/history/what-if-judge'
import { judgementWords } from './judgement-words'

const words = {
  sentence: (event: string) => `${event} written`,
  refusal: (rejection: string) => `Not more than ${rejection} pages.`,
}
const waived = (verdict: Verdict<string, string>) => judgementWords({ type: 'waived', verdict }, words)

it('what happens as it stands needs no words', () => {
  expect(judgementWords({ type: 'accepted' }, words)).toBeUndefined()
  expect(waived({ type: 'accepted' })).toBeUndefined()
})

it('what doesn’t is told', () => {
  expect(judgementWords({ type: 'skipped' }, words)).toBe('Skipped')
  expect(judgementWords({ type: 'idle' }, words)).toBe('Nothing to do: it is so already')
  expect(judgementWords({ type: 'refused', rejection: '9' }, words)).toBe('Not more than 9 pages.')
  expect(judgementWords({ type: 'adjusted', events: ['Page 1', 'Page 2'] }, words)).toBe(
    'Here it becomes: Page 1 written; Page 2 written',
  )
})

it('what happened against today’s rules says which', () => {
  expect(waived({ type: 'refused', rejection: '9' })).toBe(
    'It happened so, though today’s rules say: Not more than 9 pages.',
  )
})
