import { expect, it } from 'vitest'
import { createFingerprint, isOtherFingerprint } from './fingerprint'

const fingerprint = createFingerprint('a secret')
const underAnotherKey = createFingerprint('another secret')

it('is the same for the same payload, however its members are ordered, and another for another', () => {
  const one = fingerprint({ type: 'WriteNote', noteId: 'mug', lines: 1 })
  expect(fingerprint({ lines: 1, type: 'WriteNote', noteId: 'mug', note: undefined })).toEqual(one)
  expect(isOtherFingerprint(one, fingerprint({ lines: 1, type: 'WriteNote', noteId: 'mug' }))).toBe(false)
  expect(isOtherFingerprint(one, fingerprint({ lines: 2, type: 'WriteNote', noteId: 'mug' }))).toBe(true)
})

it('is not compared with what was made under another key, or with nothing', () => {
  const [one, other] = [fingerprint({ n: 1 }), underAnotherKey({ n: 2 })]
  expect(isOtherFingerprint(one, other)).toBe(false)
  expect(isOtherFingerprint(undefined, other)).toBe(false)
  expect(isOtherFingerprint(one, undefined)).toBe(false)
})

it('says nothing of the payload without the secret', () => {
  expect(fingerprint({ n: 1 }).subarray(4)).not.toEqual(underAnotherKey({ n: 1 }).subarray(4))
})
