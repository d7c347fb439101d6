import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { environment, startShop } from './shop-server'

const root = fileURLToPath(new URL('../..', import.meta.url))

const createKey = (dataDir: string, role: 'staff' | 'shopper'): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/key-create.ts', '--role', role], {
    cwd: root,
    env: environment(dataDir),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()

/** One shop for all stories; they keep apart by each having guests and carts of their own. */
export default async function globalSetup() {
  const shop = await startShop()
  process.env.SHOP_URL = shop.url
  process.env.SHOP_DATA_DIR = shop.dataDir
  process.env.SHOP_OPERATOR = JSON.stringify(shop.operator)
  process.env.SHOP_STAFF_KEY = createKey(shop.dataDir, 'staff')
  process.env.SHOP_KEY = createKey(shop.dataDir, 'shopper')
  process.env.SHOP_OTHER_KEY = createKey(shop.dataDir, 'shopper')
  return () => shop.remove()
}
