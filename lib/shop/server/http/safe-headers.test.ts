import { expect, it } from 'vitest'
import nextConfig from '../../../../next.config.js'
import { safeHeaders } from '../../../kit/server/safe-headers'

it('what the API says to browsers with every answer is what pages say', async () => {
  const everywhere = (await nextConfig.headers?.())?.find(({ source }) => source === '/:path*')
  const said = everywhere?.headers.map(({ key, value }) => [key.toLowerCase(), value]) ?? []
  expect(Object.fromEntries(said)).toEqual(safeHeaders)
})
