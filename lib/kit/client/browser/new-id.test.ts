import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test.each([
  ['with', globalThis.crypto],
  ['without', { getRandomValues: crypto.getRandomValues.bind(crypto) }],
])('it is a UUID %s crypto.randomUUID', async (_, crypto) => {
  vi.stubGlobal('crypto', crypto)
  const { newId } = await import('./new-id')
  const ids = [newId(), newId()]
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids[0]).not.toBe(ids[1])
})
