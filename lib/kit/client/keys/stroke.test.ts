import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReserved } from './reserved'
import { isCharacter, parseStroke, printStroke, strokeFrom } from './stroke'
import { strokeAria, strokeSign, strokeSpoken } from './stroke-names'
import { strokeOfEvent } from './stroke-of-event'

const names = [
  'ArrowLeft',
  'Home',
  'End',
  'PageUp',
  'F5',
  'Escape',
  ' ',
  'j',
  'K',
  '+',
  '?',
  'ü',
  'Ж',
  '€',
  'ß',
  'İ',
]
const anyKey = fc.oneof(
  fc.constantFrom(...names),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
)
const anyStroke = fc.record({ mod: fc.boolean(), alt: fc.boolean(), shift: fc.boolean(), key: anyKey })

const given = (key: string, held: Partial<KeyboardEvent> & { altGraph?: boolean } = {}, isApple = false) => {
  const stroke = strokeOfEvent(
    {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      isComposing: false,
      getModifierState: (name) => name === 'AltGraph' && held.altGraph === true,
      ...held,
    },
    isApple,
  )
  return stroke && printStroke(stroke)
}

describe('a stroke as text', () => {
  it('reads back what it printed', () => {
    fc.assert(
      fc.property(anyStroke, (any) => {
        const stroke = strokeFrom(any)
        fc.pre(stroke !== undefined)
        expect(parseStroke(printStroke(stroke))).toEqual(stroke)
      }),
    )
  })

  it('has one text for one stroke: whatever is read prints as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyStroke.map(printStroke)), (text) => {
        const stroke = parseStroke(text)
        if (stroke) expect(printStroke(stroke)).toBe(text)
      }),
    )
  })

  it.each([
    '',
    'Mod+',
    'Shift',
    'Mod+Shift',
    'J',
    'Shift+?',
    'Shift+Mod+z',
    'jk',
    ' ',
    'CapsLock',
    'Dead',
    '\n',
  ])('is not %j', (text) => expect(parseStroke(text)).toBeUndefined())
})

describe('a stroke as it is pressed', () => {
  it.each([
    ['j', {}, 'j'],
    ['J', {}, 'j'],
    ['J', { shiftKey: true }, 'Shift+j'],
    [' ', {}, 'Space'],
    ['?', { shiftKey: true }, '?'],
    ['ArrowRight', { shiftKey: true }, 'Shift+ArrowRight'],
    ['z', { ctrlKey: true }, 'Mod+z'],
    ['Z', { metaKey: true, shiftKey: true }, 'Mod+Shift+z'],
    ['[', { ctrlKey: true, altKey: true, altGraph: true }, '['],
    ['Shift', { shiftKey: true }, undefined],
    ['k', { isComposing: true }, undefined],
  ] as const)('%s with %o is %s', (key, held, text) => expect(given(key, held)).toBe(text))

  it('takes what Option types on a Mac for what it is', () => {
    expect(given('[', { altKey: true }, true)).toBe('[')
    expect(given('[', { altKey: true }, false)).toBe('Alt+[')
    expect(given('ArrowLeft', { altKey: true }, true)).toBe('Alt+ArrowLeft')
  })
})

describe('a stroke told', () => {
  const told = (text: string, isApple: boolean) => {
    const stroke = parseStroke(text)
    return stroke && [strokeSign(stroke, isApple), strokeSpoken(stroke, isApple), strokeAria(stroke)]
  }
  it.each([
    ['Mod+Shift+z', true, ['⇧⌘Z', 'Command Shift Z', 'Control+Shift+Z Meta+Shift+Z']],
    ['Mod+Shift+z', false, ['Ctrl Shift Z', 'Control Shift Z', 'Control+Shift+Z Meta+Shift+Z']],
    ['Shift+ArrowLeft', false, ['Shift ←', 'Shift Left arrow', 'Shift+ArrowLeft']],
    ['?', true, ['?', 'Question mark', '?']],
  ])('%s, on a Mac: %s', (text, isApple, words) => expect(told(text, isApple)).toEqual(words))
})

describe('kinds of keys', () => {
  const are = (test: (stroke: NonNullable<ReturnType<typeof parseStroke>>) => boolean, texts: string[]) =>
    texts.map((text) => test(parseStroke(text) as NonNullable<ReturnType<typeof parseStroke>>))

  it('knows what types a character', () => {
    expect(are(isCharacter, ['j', 'Shift+j', '?', 'Space'])).toEqual([true, true, true, true])
    expect(are(isCharacter, ['Mod+k', 'Alt+k', 'Home', 'Shift+ArrowLeft'])).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('leaves page and browser their own', () => {
    expect(are(isReserved, ['Tab', 'Enter', 'Escape', 'Mod+c', 'Mod+Shift+t', 'F5'])).not.toContain(false)
    expect(are(isReserved, ['j', 'Space', 'Mod+k', 'Mod+z', 'Home'])).not.toContain(true)
  })
})
