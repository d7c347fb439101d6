import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, createAnswerReader, headerOf } from './answer'

const sized = 'HTTP/1.1 201 Created\r\nContent-Length: 5\r\nX-A: one\r\n\r\nhello'
const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello \r\n5\r\nworld\r\n0\r\n\r\n'
const empty = 'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'

const told = (answer: Answer | undefined) => answer && [answer.status, answer.body.toString()]

describe('createAnswerReader', () => {
  it.each([
    ['of a length', sized, [201, 'hello']],
    ['in chunks', chunked, [200, 'hello world']],
    ['without a body', empty, [304, '']],
  ])('reads an answer %s, however it is cut into pieces', (_, bytes, expected) => {
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (cuts) => {
        const read = createAnswerReader()
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length]
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end))
        const answers = pieces.filter((piece) => piece !== '').map((piece) => read(Buffer.from(piece)))
        expect(answers.slice(0, -1)).toEqual(answers.slice(0, -1).map(() => undefined))
        expect(told(answers.at(-1))).toEqual(expected)
      }),
    )
  })

  it('reads one answer after another', () => {
    const read = createAnswerReader()
    expect([sized, chunked, empty, sized].map((bytes) => told(read(Buffer.from(bytes))))).toEqual([
      [201, 'hello'],
      [200, 'hello world'],
      [304, ''],
      [201, 'hello'],
    ])
  })

  it('does not take an answer for whole whose length nobody told', () => {
    expect(() => createAnswerReader()(Buffer.from('HTTP/1.1 200 OK\r\n\r\nhello'))).toThrow(
      /without a length/,
    )
  })
})

it('finds a header whatever its case', () => {
  const head = 'HTTP/1.1 200 OK\r\nVendure-Auth-Token: a:b\r\nX: y'
  expect(headerOf(head, 'vendure-auth-token')).toBe('a:b')
  expect(headerOf(head, 'etag')).toBeUndefined()
})
