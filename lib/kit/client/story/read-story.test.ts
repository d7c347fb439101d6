import { afterEach, expect, it, vi } from 'vitest'
import { readStoryAfter } from './read-story'

afterEach(() => void vi.unstubAllGlobals())

it('what isn’t understood of a story is no answer', async () => {
  const asked = vi.fn(async () => Response.json({ correlationId: 'story', events: 'none', next: null }))
  vi.stubGlobal('fetch', asked)
  expect(await readStoryAfter('a story', 3)).toEqual({ type: 'unanswered', afterMs: undefined })
  expect(asked).toHaveBeenCalledWith('/api/stories/a%20story?after=3', expect.anything())
})
