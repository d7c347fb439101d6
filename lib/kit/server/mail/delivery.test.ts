import { describe, expect, it } from 'vitest'
import { judge, reasonOf, withoutAddress } from './delivery'

describe('what a failure says', () => {
  const message = 'It failed'
  it.each([
    [
      'a recipient that is unknown',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, permanent: true },
      'refused',
    ],
    [
      'a recipient to be tried later',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450, permanent: false },
      'postponed',
    ],
    [
      'a message that is refused',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, permanent: true },
      'refused',
    ],
    [
      'a message to be tried later',
      { code: 'EMESSAGE', command: 'DATA', responseCode: 451, permanent: false },
      'postponed',
    ],
    ['an address that can be none', { code: 'EENVELOPE', command: 'API' }, 'refused'],
    ['a message that is too large', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused'],
    [
      'a wrong password',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, permanent: true },
      'away',
    ],
    [
      'a sender that may not',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, permanent: true },
      'away',
    ],
    [
      'a greeting that is a refusal',
      { code: 'EPROTOCOL', command: 'CONN', responseCode: 554, permanent: true },
      'away',
    ],
    ['a name that nobody knows', { code: 'EDNS', command: 'CONN' }, 'away'],
    ['a connection that is refused', { code: 'ESOCKET', command: 'CONN' }, 'unclear'],
    ['a connection that broke', { code: 'ECONNECTION', command: 'CONN' }, 'unclear'],
    [
      'a server that leaves',
      { code: 'ECONNECTION', command: 'CONN', responseCode: 421, permanent: false },
      'unclear',
    ],
    ['a server that is silent', { code: 'ETIMEDOUT', command: 'CONN' }, 'unclear'],
  ] as const)('%s', (_, error, judged) => {
    expect(judge({ message, ...error })).toBe(judged)
  })
})

describe('why it failed', () => {
  it('is what the server said, in one line, without whom it was to', () => {
    const response = '550 5.1.1 <Ada.L@Example.com>: user\r\nada.l unknown'
    expect(reasonOf({ message: 'Recipient command failed', response }, 'ada.l@example.com')).toBe(
      '550 5.1.1 <…>: user … unknown',
    )
    expect(reasonOf({ message: 'Greeting never received' }, 'ada@example.com')).toBe(
      'Greeting never received',
    )
  })

  it('loses no words that only have the name in them', () => {
    expect(withoutAddress('insufficient storage in the inbox', 'in@example.com')).toBe(
      'insufficient storage … the inbox',
    )
  })

  it('has an end', () => {
    expect(withoutAddress('no '.repeat(1000), 'ada@example.com').length).toBeLessThanOrEqual(500)
  })
})
