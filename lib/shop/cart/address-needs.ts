import type { ShippingAddress } from './events'

export type AddressField = keyof ShippingAddress

/** Where an address says its state, province or prefecture: it isn't delivered to without. */
const withState = new Set('AE AU BR CA CN CO ES ID IN IT JP KR MX MY TW US'.split(' '))

/** Where an address has no city of its own: the country is one, or it stands with the street. */
const withoutCity = new Set('AE GI JP KY MO NR SG'.split(' '))

/** Where an address isn't delivered to without its postcode. */
const withPostcode = new Set(
  (
    'AT AU BE BG BR CA CH CN CZ DE DK EE ES FI FR GB GF GG GI GL GP GR GU HR HU IL IM IN IT JE JP KR LI LT LU LV MC MH MP MQ MT MX MY ' +
    'NL NO PF PH PL PM PR PT RE RO RU SE SG SI SK TH TR TW UA US VA VI YT ZA'
  ).split(' '),
)

/** Which fields an address in a country can't be without; where nothing is known of it, street and country. */
export const neededFields = (country: string): readonly AddressField[] => {
  const isKnown = /^[A-Z]{2}$/.test(country)
  return [
    'street',
    ...(isKnown && !withoutCity.has(country) ? (['city'] as const) : []),
    ...(withState.has(country) ? (['state'] as const) : []),
    ...(withPostcode.has(country) ? (['zipCode'] as const) : []),
    'country',
  ]
}
