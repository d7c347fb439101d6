import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is used of Vendure; its own types are only there once it is installed. */
interface Vendure {
  readonly bootstrap: (config: object) => Promise<App>
  readonly DefaultLogger: new (options: { readonly level: number }) => unknown
}
interface Populate {
  readonly populate: (start: () => Promise<App>, data: object, csv: string) => Promise<App>
}
interface App {
  readonly getUrl: () => Promise<string>
}

const [coreName, populateName] = ['@vendure/core', '@vendure/core/cli']
const { bootstrap, DefaultLogger }: Vendure = await import(coreName)
const { populate }: Populate = await import(populateName)

const [databaseUrl = '', connections = '', products = ''] = process.argv.slice(2)
const errorsOnly = 0

const config = {
  apiOptions: { port: 0, hostname: '127.0.0.1', shopApiPath: 'shop-api', adminApiPath: 'admin-api' },
  authOptions: {
    tokenMethod: 'bearer',
    superadminCredentials: { identifier: 'benchmark', password: 'of no use to anybody else' },
    cookieOptions: { secret: 'of no use to anybody else' },
  },
  dbConnectionOptions: {
    type: 'postgres',
    url: databaseUrl,
    synchronize: true,
    poolSize: Number(connections),
  },
  paymentOptions: { paymentMethodHandlers: [] },
  logger: new DefaultLogger({ level: errorsOnly }),
  plugins: [],
}

const initialData = {
  defaultLanguage: 'en',
  defaultZone: 'Europe',
  countries: [{ name: 'United Kingdom', code: 'GB', zone: 'Europe' }],
  taxRates: [{ name: 'Standard Tax', percentage: 20 }],
  shippingMethods: [],
  paymentMethods: [],
  collections: [],
}

/** As many products as are asked for, of which there is always one more. */
const toCsv = (count: number): string =>
  [
    'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets',
    ...Array.from(
      { length: count },
      (_, nth) => `Product ${nth},product-${nth},One of many,,,,,sku-${nth},2.95,standard,1000000,false,,`,
    ),
  ].join('\n')

const directory = await mkdtemp(join(tmpdir(), 'hindsight-vendure-'))
try {
  const csv = join(directory, 'products.csv')
  await writeFile(csv, toCsv(Number(products)))
  const app = await populate(() => bootstrap(config), initialData, csv)
  process.send?.(await app.getUrl())
} finally {
  await rm(directory, { recursive: true, force: true })
}
process.once('disconnect', () => process.exit())
