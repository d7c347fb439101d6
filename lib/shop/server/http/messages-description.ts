import { asyncApiDocument } from '../../../kit/server/http/asyncapi'
import { shopEvents } from '../../wire/events/shop-events'
import { describedOnce } from './described-once'

const info = {
  title: 'Hindsight',
  version: '1',
  description: 'What the shop says over sockets, and the events of its log as they are relayed.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
}

/** The description of what the shop says. */
export const messagesDescription = describedOnce((publicUrl) => {
  const { host, protocol } = new URL(publicUrl)
  return asyncApiDocument({ info, host, isSecure: protocol === 'https:', registry: shopEvents })
})
