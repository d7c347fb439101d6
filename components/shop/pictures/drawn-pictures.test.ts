import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isDrawn } from './drawn-pictures'

test('every picture there is is known, and nothing else', () => {
  const files = readdirSync(new URL('../../../public/pictures', import.meta.url))
  expect(files.every((file) => isDrawn(file.replace('.svg', '')))).toBe(true)
  expect(isDrawn('85123A')).toBe(false)
})
