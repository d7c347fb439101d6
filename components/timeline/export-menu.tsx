'use client'

import { Download } from 'lucide-react'
import { type MouseEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Slip } from '@/components/ui/slip'
import type { ExportFormat } from '@/lib/protocol/api-export'
import { printEventFilter } from '@/lib/protocol/event-filter/print-event-filter'
import { ExportChoice } from './export-choice'
import type { Filtered } from './timeline-filter'

interface ExportMenuProps {
  readonly cartId: string
  readonly head: number
  /** What a filter shows of the cart; left out while all of it is shown. */
  readonly filtered: Pick<Filtered, 'filter' | 'versions'> | undefined
}

const formats: readonly { readonly format: ExportFormat; readonly name: string; readonly use: string }[] = [
  { format: 'csv', name: 'CSV', use: 'A row for each event, for a spreadsheet' },
  { format: 'json', name: 'JSON', use: 'One document, for a program' },
  { format: 'ndjson', name: 'NDJSON', use: 'An event on each line, for a pipeline' },
  { format: 'cloudevents', name: 'CloudEvents', use: 'The 1.0 standard, for other event systems' },
]

const shut = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()

/** The cart's history, all of it or what a filter shows, as a file of one kind or another. */
export const ExportMenu = ({ cartId, head, filtered }: ExportMenuProps) => {
  const id = useId()
  const [wantsAll, setWantsAll] = useState(false)
  const query = (format: ExportFormat): string =>
    `${new URLSearchParams({ format, ...(filtered && !wantsAll && { f: printEventFilter(filtered.filter) }) })}`
  return (
    <>
      <Button variant="ghost" size="icon" aria-label="Export" title="Export" popoverTarget={id}>
        <Download aria-hidden className="size-4" strokeWidth={1.75} />
      </Button>
      <Slip id={id} as="nav" place="belowLeft" aria-label="Export this cart’s events" className="w-72 p-1.5">
        {filtered && (
          <ExportChoice
            matching={filtered.versions.length}
            all={head}
            wantsAll={wantsAll}
            onChoose={setWantsAll}
          />
        )}
        <ul>
          {formats.map(({ format, name, use }) => (
            <li key={format}>
              <a
                href={`/api/carts/${encodeURIComponent(cartId)}/export?${query(format)}`}
                download
                onClick={shut}
                className="block rounded-md px-3 py-2 -outline-offset-2 hover:bg-sunken"
              >
                <span className="block font-medium text-md">{name}</span>
                <span className="block text-sm text-muted">{use}</span>
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-1 border-line border-t px-3 pt-2 pb-1 text-xs text-muted">
          {filtered ? 'With hashes to check.' : 'All events so far, with hashes to check.'}
        </p>
      </Slip>
    </>
  )
}
