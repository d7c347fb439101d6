import { expect, test } from 'vitest'
import { isGone, partOf } from './renewal'

const chunkFailed = (message: string) => Object.assign(new Error(message), { name: 'ChunkLoadError' })
const turbopacks = chunkFailed(
  'Failed to load chunk /_next/static/chunks/0-a~9_b.c.js from module [project]/components/notebook/notes/notes-panel.tsx',
)

test('which part could not be fetched is told by the error', () => {
  expect(partOf(turbopacks)).toBe('/_next/static/chunks/0-a~9_b.c.js')
  expect(
    partOf(chunkFailed('Loading chunk 4 failed. (error: https://a.test/_next/static/x/4.js)')),
  ).toContain('https://a.test/_next/static/x/4.js')
  expect(partOf(chunkFailed('Failed to load chunk'))).toBeUndefined()
  expect(partOf(new TypeError('x is not a function, in /_next/static/chunks/1.js'))).toBeUndefined()
  expect(partOf('lost')).toBeUndefined()
})

test.each([
  [404, true],
  [410, true],
  [200, false],
  [503, false],
])('with %i from the server it is gone: %s', async (status, gone) => {
  expect(await isGone(turbopacks, async () => ({ status }))).toBe(gone)
})

test('it is not gone where the server is out of reach, or where something else failed', async () => {
  expect(await isGone(turbopacks, () => Promise.reject(new TypeError('Failed to fetch')))).toBe(false)
  expect(await isGone(new Error('broken'), async () => ({ status: 404 }))).toBe(false)
})
