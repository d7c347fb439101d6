import { largestVersion } from './api-fields'

/** The versions an address looks at: where the playhead stands, and what is compared with it. */
export const lookedAt = (params: Readonly<Record<string, string | string[] | undefined>>): number[] =>
  [params.v, params.c]
    .filter((value) => typeof value === 'string' && /^\d{1,10}$/.test(value))
    .map(Number)
    .filter((version) => version <= largestVersion)
