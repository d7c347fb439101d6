import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator'
import * as z from 'zod'
import { storableText, visibleText } from '../../../kit/wire/text'
import { neededFields } from '../../cart/address-needs'
import { countryOf } from '../countries'

/** A line of an address, which may be left out where a country has no such thing. What can't be seen says nothing. */
const line = (maxLength: number) =>
  storableText
    .max(maxLength, `must have at most ${maxLength} characters`)
    .overwrite((text) => (visibleText(text) ? text.trim() : ''))

const mayBeLeftOut = (maxLength: number) => line(maxLength).default('')

/** Where an order goes: by its country's rules. The country is told by its ISO code or in English. */
export const shippingAddress = z
  .object({
    street: line(200),
    city: mayBeLeftOut(100),
    state: mayBeLeftOut(100).describe('Where mail needs it'),
    zipCode: mayBeLeftOut(20).describe('Where there are any'),
    country: line(100)
      .overwrite((written) => countryOf(written) ?? written)
      .describe('By its ISO 3166-1 code or in English'),
  })
  .superRefine((address, { addIssue }) => {
    const { country, zipCode } = address
    const wrong = (field: string, message: string) =>
      addIssue({ code: 'custom', path: [field], message, input: address })
    if (country !== '' && countryOf(country) === undefined) {
      wrong('country', 'must be a country, by its ISO code or in English')
    }
    const missing = neededFields(country).filter((field) => address[field] === '')
    for (const field of missing) wrong(field, 'must not be empty')
    if (zipCode !== '' && !isPostcode(zipCode, country)) wrong('zipCode', `must be one of ${country}`)
  })

const isPostcode = (zipCode: string, country: string): boolean =>
  !postcodeValidatorExistsForCountry(country) || postcodeValidator(zipCode, country)
