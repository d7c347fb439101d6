/** What a sticky pattern finds at a place of a text; null where nothing begins there. */
export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A text in quotes, as it is read back. */
export const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

/** What a text in quotes says, from its first quote to its last. */
export const unquote = (text: string): string => text.slice(1, -1).replace(/\\(.)/gs, '$1')

/** The one of these names that a text is, in capitals or not. */
export const named = <Name extends string>(names: readonly Name[], text: string): Name | undefined =>
  names.find((name) => name.toLowerCase() === text.toLowerCase())
