import { matchAt, unquote } from '../written'

/** A piece of a condition's text: `at` is where it begins, `text` what stands there. */
export interface Token {
  readonly type: 'number' | 'word' | 'quoted' | 'key' | 'symbol' | 'end'
  readonly text: string
  readonly at: number
  /** What it means: a quoted text without its quotes, a key without its brackets. */
  readonly value: string
}

export type Tokens =
  | { readonly type: 'tokens'; readonly tokens: readonly Token[] }
  | { readonly type: 'unreadable'; readonly at: number; readonly text: string }

const blank = /\s+/y
const quoted = /"((?:[^"\\]|\\.)*)"/y
const kinds: readonly (readonly [Token['type'], RegExp])[] = [
  ['number', /\d{1,12}(?:\.\d{1,4})?(?![\p{L}\p{N}_-])/uy],
  ['word', /[\p{L}\p{N}_][\p{L}\p{N}_-]*/uy],
  ['quoted', quoted],
  ['key', /\[(?:"(?:[^"\\]|\\.)*"|[^\]"]+)\]/y],
  ['symbol', /<=|>=|!=|[<>=().]/y],
]

/** Takes a condition's text apart; `unreadable` says where nothing that can stand in one begins. */
export const tokensOf = (text: string): Tokens => {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    at += matchAt(blank, text, at)?.[0].length ?? 0
    if (at === text.length) break
    const token = tokenAt(text, at)
    if (!token) return { type: 'unreadable', at, text: text.slice(at) }
    tokens.push(token)
    at += token.text.length
  }
  return { type: 'tokens', tokens: [...tokens, { type: 'end', text: '', at, value: '' }] }
}

const tokenAt = (text: string, at: number): Token | undefined => {
  for (const [type, pattern] of kinds) {
    const found = matchAt(pattern, text, at)?.[0]
    if (found !== undefined) return { type, text: found, at, value: meaningOf(type, found) }
  }
  return undefined
}

const meaningOf = (type: Token['type'], text: string): string => {
  if (type === 'quoted') return unquote(text)
  if (type !== 'key') return text
  const inside = text.slice(1, -1).trim()
  return inside.startsWith('"') ? unquote(inside) : inside
}
