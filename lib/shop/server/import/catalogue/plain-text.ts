const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** The words of a description that may be HTML. */
export const plainTextOf = (html: string): string =>
  html
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d{1,6})|(\w{2,6}));/g, (all, code?: string, name?: string) =>
      code ? characterOf(Number(code), all) : (entities[name ?? ''] ?? all),
    )
    .replace(/\s+/g, ' ')
    .trim()

const characterOf = (code: number, otherwise: string): string =>
  code >= 32 && code < 0xd800 ? String.fromCodePoint(code) : otherwise
