/** A step into a state: a field, or an item of a list by its key (or its place, from 0). */
export type ValuePathStep = string | { readonly key: string }

/** Something of a state that can be compared, and watched for changes. */
export type StreamValue =
  /** One that the vocabulary names; `of` is what stands in parentheses. */
  | { readonly type: 'named'; readonly name: string; readonly of?: string | undefined }
  /** Whatever the state has there. */
  | { readonly type: 'path'; readonly path: readonly ValuePathStep[] }

export const orderings = ['<', '<=', '>', '>='] as const
export const operators = ['=', '!=', ...orderings] as const
export type Operator = (typeof operators)[number]

/** What can be true or false of a state. */
export type Condition =
  | { readonly type: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly type: 'not'; readonly part: Condition }
  | { readonly type: 'has'; readonly of: string }
  | {
      readonly type: 'compare'
      readonly value: StreamValue
      readonly operator: Operator
      readonly to: number | string
    }
