import { expect, it } from 'vitest'
import { plainText } from './text'

it.each(['Ada', '李', '👩‍🚀', 'نمی‌خواهم', 'é', '1'])('“%s” is text', (text) => {
  expect(plainText(40).parse(` ${text} `)).toBe(text)
})

it.each(['', '   ', '\u200b', '\u200d\u2060', '\u0301', '\ufeff', '\u202e', '\u0000', '\ud800'])(
  '%j is none',
  (text) => {
    expect(plainText(40).safeParse(text).error?.issues).toHaveLength(1)
  },
)
