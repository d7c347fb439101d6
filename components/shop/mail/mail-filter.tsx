import Link from 'next/link'
import { Button } from '../../ui/button'
import { cn } from '../../ui/cn'
import { TextField } from '../../ui/text-field'
import { chipStyle } from '../staff/chip-style'
import { type MailSearch, mailsHref } from './mail-search'

const shown = [
  { show: 'all', name: 'All' },
  { show: 'refused', name: 'Refused' },
] as const

/** Looks for the mails to an address, and for those that somebody has to look at. */
export const MailFilter = ({ to, show }: MailSearch) => (
  <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
    <form action="/outbox" className="flex min-w-0 grow items-end gap-3 sm:max-w-md">
      <TextField
        label="To"
        name="to"
        type="email"
        defaultValue={to}
        autoComplete="off"
        className="min-w-0 grow"
      />
      {show === 'refused' && <input type="hidden" name="show" value={show} />}
      <Button type="submit">Find</Button>
    </form>
    <nav aria-label="Which mails" className="flex gap-2">
      {shown.map(({ show: each, name }) => (
        <Link
          key={each}
          href={mailsHref({ to, show: each })}
          aria-current={each === show ? 'true' : undefined}
          className={cn(chipStyle, each === show ? 'font-medium' : 'text-muted')}
        >
          {name}
        </Link>
      ))}
    </nav>
  </div>
)
