import { runOn } from './run-on'

/** Places so many orders of three mugs and headphones in the stories' shop; gives their ids. */
export const placeOrders = async (count = 1): Promise<string[]> => {
  const printed = await runOn(
    process.env.SHOP_DATA_DIR as string,
    'e2e/support/order-placer.ts',
    String(count),
  )
  return printed.split('\n').filter((line) => /^[0-9a-f-]{36}$/.test(line))
}
