import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A phone number as it is dialled from anywhere (E.164); undefined where it is none. */
export const readPhone = (written: string, country?: string): string | undefined => {
  const dialledIn =
    country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined
  const read = parsePhoneNumberFromString(written, { defaultCountry: dialledIn, extract: false })
  return read?.isValid() ? read.number : undefined
}
