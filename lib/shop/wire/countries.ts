/** Every country and territory that has an ISO 3166-1 alpha-2 code. */
export const countryCodes: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
  'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ ' +
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
  'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
  'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

const known = new Set(countryCodes)

const names = new Intl.DisplayNames('en', { type: 'region' })

/** Browsers and Node call these by other names; what the server draws has to be what the browser would. */
const calledHere: Readonly<Record<string, string>> = {
  FK: 'Falkland Islands',
  HK: 'Hong Kong',
  MO: 'Macao',
  PS: 'Palestine',
}

/** What a country is called in English; what is no country's code is told as it is. */
export const countryName = (code: string): string =>
  calledHere[code] ?? (known.has(code) ? (names.of(code) ?? code) : code)

/** What people call countries that are listed by another name. */
const alsoCalled: Readonly<Record<string, string>> = {
  america: 'US',
  britain: 'GB',
  burma: 'MM',
  'cape verde': 'CV',
  'czech republic': 'CZ',
  eire: 'IE',
  england: 'GB',
  'great britain': 'GB',
  holland: 'NL',
  'hong kong sar china': 'HK',
  'ivory coast': 'CI',
  korea: 'KR',
  'macao sar china': 'MO',
  macau: 'MO',
  macedonia: 'MK',
  'northern ireland': 'GB',
  'palestinian territories': 'PS',
  'republic of ireland': 'IE',
  scotland: 'GB',
  swaziland: 'SZ',
  'the netherlands': 'NL',
  turkey: 'TR',
  uk: 'GB',
  'united states of america': 'US',
  usa: 'US',
  wales: 'GB',
}

/** Without what people leave out or write in two ways: case, accents, "&", points. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[.’']/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const codes: ReadonlyMap<string, string> = new Map([
  ...Object.entries(alsoCalled),
  ...countryCodes.map((code) => [plain(countryName(code)), code] as const),
])

/** The code of a country that is named by its code or in English; undefined where it is none. */
export const countryOf = (written: string): string | undefined => {
  const code = written.trim().toUpperCase()
  return known.has(code) ? code : codes.get(plain(written))
}
