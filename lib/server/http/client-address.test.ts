import { describe, expect, it } from 'vitest'
import { clientAddress, visitorOf } from './client-address'

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
})

describe('where a request comes from', () => {
  it('is the connection where no proxy is, whatever is written', () => {
    expect(clientAddress(from('198.51.100.7', '203.0.113.1'), false)).toBe('198.51.100.7')
  })

  it('is whom the proxy got it from, not what a visitor wrote before', () => {
    expect(clientAddress(from('10.0.0.1', '1.2.3.4, 203.0.113.1'), true)).toBe('203.0.113.1')
    expect(clientAddress(from('10.0.0.1'), true)).toBe('10.0.0.1')
  })
})

it.each([
  ['203.0.113.1', '203.0.113.1'],
  ['::ffff:203.0.113.1', '203.0.113.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s belongs to the visitor %s', (address, visitor) => {
  expect(visitorOf(address)).toBe(visitor)
})
