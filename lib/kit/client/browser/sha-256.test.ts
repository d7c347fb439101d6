import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { sha256 } from './sha-256'

afterEach(() => void vi.unstubAllGlobals())

const parts = ['', 'mug — Ω 🫖', new Uint8Array([0, 255, 10])] as const
const expected = createHash('sha256').update(parts[1]).update(parts[2]).digest('hex')

test.each([
  ['with', globalThis.crypto],
  ['without', { getRandomValues: () => undefined }],
])('it is the same %s the browser’s own', async (_, crypto) => {
  vi.stubGlobal('crypto', crypto)
  expect(Buffer.from(await sha256(...parts)).toString('hex')).toBe(expected)
})
