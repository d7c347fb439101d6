import { formatAddress } from 'localized-address-format'
import { type AddressField, neededFields } from '../../cart/address-needs'

/** A field of an address's form. */
export interface FormField {
  readonly name: Exclude<AddressField, 'country'>
  readonly label: string
  readonly isNeeded: boolean
}

/** What an address is made of besides its country. */
export const addressParts: readonly FormField['name'][] = ['street', 'city', 'state', 'zipCode']

/** How an address is written there, with each part's own name in its place. */
const layoutOf = (country: string): string =>
  formatAddress(
    {
      postalCountry: country,
      addressLines: ['street'],
      locality: 'city',
      administrativeArea: 'state',
      postalCode: 'zipCode',
    },
    'latin',
  ).join('\n')

/**
 * The fields of an address in a country, in the order in which they are written there. A state is asked for only where mail
 * needs it, a postcode only where there are any.
 */
export const addressFieldsOf = (country: string): readonly FormField[] => {
  const layout = layoutOf(country)
  const needed = new Set<AddressField>(neededFields(country))
  return addressParts
    .map((name) => ({ name, place: layout.indexOf(name) }))
    .filter(({ name, place }) => place >= 0 && (name !== 'state' || needed.has('state')))
    .sort((one, other) => one.place - other.place)
    .map(({ name }) => ({ name, label: labelOf(name, country), isNeeded: needed.has(name) }))
}

const labelOf = (name: FormField['name'], country: string): string => {
  switch (name) {
    case 'street':
      return country === 'JP' ? 'Street, ward and city' : 'Street and number'
    case 'city':
      return country === 'HK' ? 'District' : country === 'GB' ? 'Town or city' : 'City'
    case 'state':
      return stateLabels[country] ?? 'State'
    case 'zipCode':
      return postcodeLabels[country] ?? 'Postcode'
  }
}

const stateLabels: Readonly<Record<string, string>> = {
  AE: 'Emirate',
  CA: 'Province',
  CN: 'Province',
  CO: 'Department',
  ES: 'Province',
  ID: 'Province',
  IT: 'Province',
  JP: 'Prefecture',
  KR: 'Province',
  TW: 'County',
}

const postcodeLabels: Readonly<Record<string, string>> = {
  BR: 'CEP',
  CA: 'Postal code',
  IE: 'Eircode',
  IN: 'PIN code',
  PH: 'ZIP code',
  PR: 'ZIP code',
  US: 'ZIP code',
}
