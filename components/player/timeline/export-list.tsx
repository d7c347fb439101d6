'use client'

import { type MouseEvent, useState } from 'react'
import type { ExportFormat } from '@/lib/kit/wire/api-export'
import { printEventFilter } from '@/lib/kit/wire/event-filter/print-event-filter'
import { useStreamView } from '../view/use-stream-view'
import { ExportChoice } from './export-choice'
import type { ExportMenuProps } from './export-menu-props'

const formats: readonly { readonly format: ExportFormat; readonly name: string; readonly use: string }[] = [
  { format: 'csv', name: 'CSV', use: 'A row for each event, for a spreadsheet' },
  { format: 'json', name: 'JSON', use: 'One document, for a program' },
  { format: 'ndjson', name: 'NDJSON', use: 'An event on each line, for a pipeline' },
  { format: 'cloudevents', name: 'CloudEvents', use: 'The 1.0 standard, for other event systems' },
]

const shut = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()

/** The files there are, each a download. */
export const ExportList = ({ streamId, head, filtered }: ExportMenuProps) => {
  const { apiPath } = useStreamView()
  const [wantsAll, setWantsAll] = useState(false)
  const query = (format: ExportFormat): string =>
    `${new URLSearchParams({ format, ...(filtered && !wantsAll && { f: printEventFilter(filtered.filter) }) })}`
  return (
    <>
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
              href={`${apiPath(streamId)}/export?${query(format)}`}
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
    </>
  )
}
