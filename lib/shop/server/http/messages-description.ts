import { asyncApiDocument } from '../../../kit/server/http/asyncapi'
import { shopEvents } from '../../wire/events/shop-events'
import { describedAs } from './described-as'

const info = {
  title: 'Hindsight',
  version: '1',
  description: 'What the shop says over sockets, and the events of its log as they are relayed.',
  license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
}

const makeDescription = (publicUrl: string) => {
  const { host, protocol } = new URL(publicUrl)
  return describedAs(asyncApiDocument({ info, host, isSecure: protocol === 'https:', registry: shopEvents }))
}

let made: { readonly publicUrl: string; readonly description: ReturnType<typeof makeDescription> } | undefined

/** The description of what the shop says, made once for a process. */
export const messagesDescription = (publicUrl: string) => {
  if (made?.publicUrl !== publicUrl) made = { publicUrl, description: makeDescription(publicUrl) }
  return made.description
}
