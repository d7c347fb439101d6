/**
 * A code from elsewhere as an id that a URL can hold (see `id` in lib/kit/wire/text): `BANK CHARGES`
 * becomes `BANK-CHARGES`. Codes that differ only in what can't be held are one. Undefined when nothing is left.
 */
export const safeId = (code: string, maxLength = 50): string | undefined =>
  code
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, maxLength) || undefined
