'use client'

import { Menu } from '@base-ui/react/menu'
import { Copy } from 'lucide-react'
import { copyText } from '@/lib/kit/client/browser/copy-text'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { RecordedEvent } from '@/lib/kit/events/recorded-event'
import { eventAt } from '@/lib/kit/history/history'
import { tell, tellTrouble } from '../../ui/tell'
import type { StreamView } from '../view/stream-view'
import { useStreamView } from '../view/use-stream-view'
import { asCurl, asJson, asTest } from './copies'

interface CopyMenuProps {
  readonly session: StreamSession
  readonly version: number
}

interface Way {
  readonly name: string
  readonly use: string
  readonly text: (event: RecordedEvent, session: StreamSession) => string | Promise<string>
}

const waysOf = (view: StreamView): Way[] => {
  const { testWriter } = view
  const ways: Way[] = [
    { name: 'JSON', use: 'The event as it was recorded', text: asJson },
    {
      name: 'curl',
      use: 'Asks the API for it, with a key of yours',
      text: (event) => asCurl(view, event, location.origin),
    },
  ]
  if (testWriter)
    ways.push({
      name: 'Test',
      use: 'Given, when, then: to run beside the rules',
      text: (event, session) => asTest(testWriter, session, event),
    })
  return ways
}

const copy = async ({ name, text }: Way, event: RecordedEvent, session: StreamSession): Promise<void> => {
  const isCopied = await Promise.resolve(text(event, session)).then(copyText, () => false)
  if (isCopied) tell(`Event ${event.version} copied as ${name}.`)
  else tellTrouble(`Event ${event.version} could not be copied.`)
}

/** The event for elsewhere, in one shape or another. */
export const CopyMenu = ({ session, version }: CopyMenuProps) => {
  const view = useStreamView()
  const event = eventAt(session.log.history, version)
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label="Copy event as"
        disabled={!event}
        className="inline-grid size-9 shrink-0 place-items-center rounded-md hover:bg-sunken disabled:opacity-45 data-popup-open:bg-sunken pointer-coarse:size-11"
      >
        <Copy aria-hidden className="size-4" strokeWidth={1.75} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-50 outline-none">
          <Menu.Popup className="w-72 max-w-[calc(100vw-1rem)] slip p-1.5">
            {waysOf(view).map((way) => (
              <Menu.Item
                key={way.name}
                onClick={() => event && copy(way, event, session)}
                className="block cursor-pointer select-none rounded-md px-3 py-2 outline-none data-highlighted:bg-sunken"
              >
                <span className="block font-medium text-md">{`Copy as ${way.name}`}</span>
                <span className="block text-sm text-muted">{way.use}</span>
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
