/** What would have had to stand at a place. */
export type Expected =
  | 'condition'
  | 'value'
  | 'operator'
  | 'equality'
  | 'number'
  | 'word'
  | 'literal'
  | 'argument'
  | 'field'
  | '('
  | ')'
  | 'and, or'

/** Why a text is no condition: where it goes wrong, what stands there (nothing at the end), what should. */
export interface ConditionProblem {
  readonly type: 'problem'
  readonly at: number
  readonly found: string
  readonly expected: Expected | { readonly atMost: number }
  /** What could stand there, where that depends on what is asked. */
  readonly hint?: string | undefined
}
