import type { ConditionProblem, Expected } from './condition-problem'
import type { Token } from './tokens'

/** Reads tokens from left to right. What isn't as it should be is remembered, and undefined is given up the line. */
export const createTokenReader = (tokens: readonly Token[]) => {
  let place = 0
  let problem: ConditionProblem | undefined
  const next = (): Token => tokens[place] as Token
  const take = (): Token => tokens[place++] as Token
  const fail = (expected: Expected, hint?: string): undefined => {
    const { at, text } = next()
    problem ??= { type: 'problem', at, found: text, expected, hint }
    return undefined
  }
  const isSymbol = (symbol: string): boolean => next().type === 'symbol' && next().text === symbol

  return {
    next,
    take,
    fail,
    isSymbol,
    isWord: (word: string): boolean => next().type === 'word' && next().text.toLowerCase() === word,
    /** Takes a parenthesis. */
    parenthesis: (wanted: '(' | ')', hint?: string): true | undefined => {
      if (!isSymbol(wanted)) return fail(wanted, hint)
      take()
      return true
    },
    isAtEnd: (): boolean => next().type === 'end' || fail('and, or') !== undefined,
    /** The first thing that wasn't as it should be. */
    problem: (): ConditionProblem | undefined => problem,
  }
}

export type TokenReader = ReturnType<typeof createTokenReader>
