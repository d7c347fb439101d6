import { expect, it } from 'vitest'
import { acceptsGzip } from './accepts-gzip'

it.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['GZIP', true],
  ['x-gzip', true],
  ['br, gzip;q=0.5', true],
  ['deflate, gzip ; q=1.0, *;q=0.5', true],
  ['*', true],
  ['*;q=0.1', true],
  ['br', false],
  ['identity', false],
  ['gzip;q=0', false],
  ['gzip;q=0, *', false],
  ['*;q=0', false],
  ['gzip;q=high', false],
  ['gzipped', false],
])('%s: %s', (acceptEncoding, accepted) => {
  expect(acceptsGzip(acceptEncoding)).toBe(accepted)
})
