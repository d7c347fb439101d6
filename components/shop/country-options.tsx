import { countryCodes, countryName } from '@/lib/shop/wire/countries'

const inOrder = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .sort((one, other) => one.name.localeCompare(other.name, 'en'))

/** All countries, by name. */
export const CountryOptions = () =>
  inOrder.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ))
