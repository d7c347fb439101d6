import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import type { AddressInfo, Server } from 'node:net'

/** What is used of Medusa; its own types are only there once it is installed. */
interface Container {
  readonly resolve: (name: string) => unknown
}
type Workflow = (container: Container) => {
  readonly run: (given: { input: object }) => Promise<{ result: readonly { readonly id: string }[] }>
}
interface App {
  readonly listen: (port: number, host: string, ready: () => void) => Server
}
type Load = (options: { directory: string; expressApp: App }) => Promise<{ container: Container }>
type Flow =
  | 'createSalesChannelsWorkflow'
  | 'createRegionsWorkflow'
  | 'createApiKeysWorkflow'
  | 'linkSalesChannelsToApiKeyWorkflow'
  | 'createProductsWorkflow'

const directory = process.cwd()
const productCount = Number(process.argv[2])
const require = createRequire(`${directory}/`)
const [expressName, loadName, flowsName, cliName] = [
  'express',
  '@medusajs/medusa/loaders/index',
  '@medusajs/medusa/core-flows',
  '@medusajs/cli/cli.js',
]

const migrate = (): void => {
  const args = [require.resolve(cliName), 'db:migrate', '--execute-safe-links']
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Medusa could not be migrated:\n${stdout}`)
}

/** A region, a sales channel with its key, and products of which there is always one more. */
const seed = async (container: Container): Promise<void> => {
  const flows: Record<Flow, Workflow> = require(flowsName)
  const run = async (flow: Flow, input: object): Promise<string> =>
    (await flows[flow](container).run({ input })).result[0]?.id ?? ''
  const channel = await run('createSalesChannelsWorkflow', { salesChannelsData: [{ name: 'Benchmark' }] })
  await run('createRegionsWorkflow', {
    regions: [{ name: 'Europe', currency_code: 'gbp', countries: ['gb'] }],
  })
  const key = { title: 'Benchmark', type: 'publishable', created_by: '' }
  const keyId = await run('createApiKeysWorkflow', { api_keys: [key] })
  await flows.linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: keyId, add: [channel] } })
  await run('createProductsWorkflow', {
    products: Array.from({ length: productCount }, (_, nth) => ({
      title: `Product ${nth}`,
      status: 'published',
      options: [{ title: 'Size', values: ['One'] }],
      variants: [
        {
          title: 'One',
          options: { Size: 'One' },
          manage_inventory: false,
          prices: [{ amount: 2.95, currency_code: 'gbp' }],
        },
      ],
      sales_channels: [{ id: channel }],
    })),
  })
}

/** As `medusa start` does it, in one process with what is to be sold. */
const start = async (): Promise<void> => {
  migrate()
  const express: () => App = require(expressName)
  const { default: load }: { default: Load } = require(loadName)
  const app = express()
  const { container } = await load({ directory, expressApp: app })
  await seed(container)
  const server = app.listen(0, '127.0.0.1', () =>
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  )
}

process.once('disconnect', () => process.exit())
start().catch((error) => {
  process.stderr.write(`${error}\n`)
  process.exit(1)
})
