/** An array within an array: Postgres has none of differing lengths, so it goes as text. */
export const arrayLiteral = (tags: readonly string[]): string =>
  `{${tags.map((tag) => `"${tag.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
