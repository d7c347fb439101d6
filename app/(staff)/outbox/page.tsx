import type { Metadata } from 'next'
import Link from 'next/link'
import { MailFilter } from '@/components/shop/mail/mail-filter'
import { mailsHref, parseMailSearch } from '@/components/shop/mail/mail-search'
import { MailTable } from '@/components/shop/mail/mail-table'
import { NoMails } from '@/components/shop/mail/no-mails'
import { NoServerNote } from '@/components/shop/mail/no-server-note'
import { RetryMailButton } from '@/components/shop/mail/retry-mail-button'
import { RefreshButton } from '@/components/shop/staff/refresh-button'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { linkStyle } from '@/components/ui/link-style'
import { viewPath } from '@/lib/kit/wire/view-link'
import { showMail } from '@/lib/shop/server/mail/show-mail'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'
import { retryMail } from './actions'

export const metadata: Metadata = { title: 'Mail' }

const pageSize = 50

interface OutboxPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OutboxPage({ searchParams }: OutboxPageProps) {
  const params = await searchParams
  const identity = await staffIdentity(viewPath('/outbox', params))
  const { mail } = getContext()
  const search = parseMailSearch(params)
  const { to, show, before } = search
  const isRefused = show === 'refused'
  const found = await mail.list({ to: to || undefined, isRefused, before, limit: pageSize + 1 })
  const mails = found.slice(0, pageSize).map(showMail)
  const isMore = found.length > pageSize
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">Mail</h1>
        <div className="flex gap-2">
          {mail.hasServer && mails.some(({ status }) => status === 'refused') && (
            <RetryMailButton retry={retryMail}>Try all refused again</RetryMailButton>
          )}
          <RefreshButton />
        </div>
      </div>
      {!mail.hasServer && <NoServerNote />}
      <MailFilter {...search} />
      {mails.length > 0 ? (
        <MailTable mails={mails} hasServer={mail.hasServer} retry={retryMail} />
      ) : (
        <NoMails isSearched={to !== '' || isRefused} />
      )}
      {isMore && (
        <p className="py-6">
          <Link href={mailsHref({ to, show, before: mails.at(-1)?.nth })} className={linkStyle}>
            Earlier mails
          </Link>
        </p>
      )}
    </StaffPage>
  )
}
