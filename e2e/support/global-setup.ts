import { createKey } from './run-on'
import { startShop } from './shop-server'

/** One shop for all stories; they keep apart by each having guests and carts of their own. */
export default async function globalSetup() {
  const shop = await startShop()
  process.env.SHOP_URL = shop.url
  process.env.SHOP_DATA_DIR = shop.dataDir
  process.env.SHOP_OPERATOR = JSON.stringify(shop.operator)
  const [staff, shopper, other] = await Promise.all([
    createKey(shop.dataDir, 'staff'),
    createKey(shop.dataDir, 'shopper'),
    createKey(shop.dataDir, 'shopper'),
  ])
  process.env.SHOP_STAFF_KEY = staff
  process.env.SHOP_KEY = shopper
  process.env.SHOP_OTHER_KEY = other
  return () => shop.remove()
}
