import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkMail, type Mail } from './mail'

const mail: Mail = {
  id: 'm-1',
  kind: 'greeting',
  to: 'ada@example.com',
  subject: 'Hello',
  text: 'Hi',
  html: '<p>Hi</p>',
}

it('is what goes to one address', () => {
  const headers = {
    'List-Unsubscribe': '<https://example.com/stop>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  expect(checkMail({ ...mail, headers })).toEqual({ ...mail, headers })
})

it.each([
  [{ to: 'ada@example.com, bob@example.com' }],
  [{ to: 'ada@example.com\r\nBcc: bob@example.com' }],
  [{ to: 'Ada <ada@example.com>' }],
  [{ subject: 'Hello\r\nBcc: bob@example.com' }],
  [{ subject: '' }],
  [{ id: 'm-1>\r\nBcc: bob@example.com' }],
  [{ headers: { Bcc: 'bob@example.com' } }],
  [{ headers: { 'Reply-To': 'bob@example.com' } }],
  [{ headers: { 'X-A: b\r\nBcc': 'bob@example.com' } }],
  [{ headers: { 'X-A': 'b\r\nBcc: bob@example.com' } }],
  [{ text: '' }],
])('is nothing else: %j', (change) => {
  expect(() => checkMail({ ...mail, ...change })).toThrow()
})

it('has no line break in anything that stands in its head, whatever comes', () => {
  const odd = fc.string({
    unit: fc.constantFrom('a', '\r', '\n', '\0', '\t', '\u0085', ':', ' ', 'é', '<'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(odd, odd, odd, (subject, name, value) => {
      try {
        const { subject: kept, headers = {} } = checkMail({ ...mail, subject, headers: { [name]: value } })
        expect([kept, ...Object.entries(headers).flat()].join('')).not.toMatch(/\p{Cc}/u)
      } catch (error) {
        expect((error as Error).name).toMatch(/ZodError|Error/)
      }
    }),
  )
})
