import { describe, expect, it } from 'vitest'
import { clientAddress, visitorOf } from './client-address'
import { isNetwork, trustedProxies } from './trusted-proxies'

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
})

const nobody = trustedProxies([])
const ours = trustedProxies(['10.0.0.0/8', '2001:db8::/32', '127.0.0.1'])

describe('where a request comes from', () => {
  it('is the connection where no proxy is trusted, whatever is written', () => {
    expect(clientAddress(from('198.51.100.7', '203.0.113.1'), nobody)).toBe('198.51.100.7')
    expect(clientAddress(from('198.51.100.7', '203.0.113.1'), ours)).toBe('198.51.100.7')
  })

  it('is whom the proxy got it from, not what a visitor wrote before', () => {
    expect(clientAddress(from('10.0.0.1', '1.2.3.4, 203.0.113.1'), ours)).toBe('203.0.113.1')
    expect(clientAddress(from('::ffff:10.0.0.1', '203.0.113.1'), ours)).toBe('203.0.113.1')
    expect(clientAddress(from('10.0.0.1'), ours)).toBe('10.0.0.1')
  })

  it('is asked of each proxy on the way', () => {
    expect(clientAddress(from('127.0.0.1', '1.2.3.4, 203.0.113.1, 2001:db8::7, 10.1.2.3'), ours)).toBe(
      '203.0.113.1',
    )
    expect(clientAddress(from('127.0.0.1', '10.1.2.3'), ours)).toBe('10.1.2.3')
  })

  it('is not taken from what is no address', () => {
    expect(clientAddress(from('10.0.0.1', '1.2.3.4, unknown'), ours)).toBe('unknown')
  })
})

it.each(['10.0.0.0/8', '10.0.0.1', '::1', 'fd00::/8', '0.0.0.0/0'])('%s is a network', (text) => {
  expect(isNetwork(text)).toBe(true)
})

it.each(['', 'proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0/8', '::/129', '1.2.3.4/'])(
  '%j is none',
  (text) => {
    expect(isNetwork(text)).toBe(false)
  },
)

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
