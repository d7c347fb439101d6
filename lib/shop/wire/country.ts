import * as z from 'zod'
import { countryOf } from './countries'

/** A country as people name it, by its ISO code or in English; read as its ISO 3166-1 alpha-2 code. */
export const country = z
  .string()
  .max(100)
  .refine((written) => countryOf(written) !== undefined, 'must be a country, by its ISO code or in English')
  .overwrite((written) => countryOf(written) ?? written)
