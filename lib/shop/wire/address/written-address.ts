import { formatAddress } from 'localized-address-format'
import type { ShippingAddress } from '../../cart/events'
import { countryName, countryOf } from '../countries'

/** An address as it is written in its country, line by line, the country's name last. */
export const writtenAddress = (address: ShippingAddress): readonly string[] => {
  const { street, city, state, zipCode, country } = address
  const code = countryOf(country)
  const lines = code
    ? formatAddress(
        {
          postalCountry: code,
          addressLines: street.split('\n'),
          locality: city,
          administrativeArea: state,
          postalCode: zipCode,
        },
        'latin',
      )
    : [street, `${zipCode} ${city}`, state]
  const written = [...lines, code ? countryName(code) : country]
  // What somebody wrote is told, also where their country has no place for it.
  const left = [city, state, zipCode].filter((part) => !written.some((each) => each.includes(part)))
  return [...written.slice(0, -1), ...left, ...written.slice(-1)].filter((each) => each.trim() !== '')
}
