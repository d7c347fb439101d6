import { expect, it } from 'vitest'
import { isCrossSite } from './same-origin'

it.each([
  [{}, false],
  [{ origin: 'http://app.test:3000' }, false],
  [{ origin: 'https://app.test:3000' }, false],
  [{ origin: 'http://app.test' }, true],
  [{ origin: 'http://evil.test' }, true],
  [{ origin: 'null' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'http://behind-a-proxy.test' }, false],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'same-site' }, true],
  [{ 'sec-fetch-site': 'cross-site' }, true],
  [{ 'sec-fetch-site': 'cross-site', authorization: 'Bearer key' }, false],
  [{ 'sec-fetch-site': 'cross-site', authorization: '' }, true],
])('%j: %s', (headers, crossSite) => {
  expect(isCrossSite({ host: 'app.test:3000', ...headers })).toBe(crossSite)
})
