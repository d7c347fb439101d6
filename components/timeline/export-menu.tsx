'use client'

import { Download } from 'lucide-react'
import { type MouseEvent, useId } from 'react'
import { Button } from '@/components/ui/button'
import type { ExportFormat } from '@/lib/protocol/api-export'

const formats: readonly { readonly format: ExportFormat; readonly name: string; readonly use: string }[] = [
  { format: 'csv', name: 'CSV', use: 'A row for each event, for a spreadsheet' },
  { format: 'json', name: 'JSON', use: 'One document, for a program' },
  { format: 'ndjson', name: 'NDJSON', use: 'An event on each line, for a pipeline' },
  { format: 'cloudevents', name: 'CloudEvents', use: 'The 1.0 standard, for other event systems' },
]

const shut = ({ currentTarget }: MouseEvent<HTMLElement>): void =>
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()

/** The cart's whole history as a file of one kind or another. */
export const ExportMenu = ({ cartId }: { readonly cartId: string }) => {
  const id = useId()
  return (
    <>
      <Button variant="ghost" size="icon" aria-label="Export" title="Export" popoverTarget={id}>
        <Download aria-hidden className="size-4" strokeWidth={1.75} />
      </Button>
      {/* Where the browser can't keep it at its button it stands in the middle of the screen. */}
      <nav
        id={id}
        popover="auto"
        aria-label="Export this cart’s events"
        className="w-72 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-card p-1.5 text-ink shadow-lift supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:mx-2 supports-[position-area:bottom]:my-1 [position-area:bottom_span-all] [position-try-fallbacks:flip-block]"
      >
        <ul>
          {formats.map(({ format, name, use }) => (
            <li key={format}>
              <a
                href={`/api/carts/${encodeURIComponent(cartId)}/export?format=${format}`}
                download
                onClick={shut}
                className="block rounded-md px-3 py-2 -outline-offset-2 hover:bg-sunken"
              >
                <span className="block font-medium text-sm">{name}</span>
                <span className="block text-[13px] text-muted">{use}</span>
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-1 border-line border-t px-3 pt-2 pb-1 text-[12px] text-muted">
          All events so far, with hashes to check.
        </p>
      </nav>
    </>
  )
}
