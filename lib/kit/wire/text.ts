import * as z from 'zod'

/** Control characters but tab and line breaks; Postgres' jsonb refuses NUL and lone surrogates outright. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const isStorable = (text: string): boolean => !control.test(text) && isWellFormed(text)
const notStorable = 'has characters that cannot be stored'

/** Any text that can be written down, blank or not. */
export const storableText = z.string().refine(isStorable, notStorable)

/** Something that one can see: no text is made of joiners, marks, fillers and the empty braille pattern alone. */
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Is there anything to be seen of it? */
export const visibleText = (text: string): boolean => visible.test(text)

/** A person's words: trimmed, not empty, bounded, and fit to be stored. */
export const plainText = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'must not be empty', abort: true })
    .max(maxLength, `must have at most ${maxLength} characters`)
    .refine(isStorable, { error: notStorable, abort: true })
    .refine(visibleText, 'must have something to be seen')

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const isWellFormed = (text: string): boolean => !loneSurrogate.test(text)

/** Ids of streams, of people and of what events name: readable in a URL as they are. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'must be 1 to 64 letters, digits, "-", "_" or "."')
