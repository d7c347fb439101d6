import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { MailContent } from '@/components/shop/mail/mail-content'
import { MailProgress } from '@/components/shop/mail/mail-progress'
import { MailStatusBadge } from '@/components/shop/mail/mail-status'
import { RetryMailButton } from '@/components/shop/mail/retry-mail-button'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { linkStyle } from '@/components/ui/link-style'
import { Time } from '@/components/ui/time'
import { id } from '@/lib/kit/wire/text'
import { showMail } from '@/lib/shop/server/mail/show-mail'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../../staff-identity'
import { retryMail } from '../actions'

export const metadata: Metadata = { title: 'Mail' }

interface MailPageProps {
  readonly params: Promise<{ readonly mailId: string }>
}

export default async function MailPage({ params }: MailPageProps) {
  const { mailId } = await params
  const identity = await staffIdentity(`/outbox/${mailId}`)
  const { mail: room } = getContext()
  const opened = id.safeParse(mailId).success ? await room.open(mailId) : undefined
  if (!opened) notFound()
  const mail = showMail(opened)
  return (
    <StaffPage identity={identity}>
      <Link href="/outbox" className={linkStyle}>
        All mails
      </Link>
      <h1 className="mt-2 text-balance font-display text-4xl leading-tight">{mail.subject ?? 'A mail'}</h1>
      <p className="mt-2 text-md text-muted">
        To{' '}
        <bdi className="text-ink wrap-anywhere">
          {mail.to ?? 'somebody: it was sealed under another secret'}
        </bdi>
        , written <Time iso={mail.keptAt} format="full" className="font-mono text-sm" />
      </p>
      <div className="my-6 grid max-w-3xl justify-items-start gap-2 text-md">
        <MailStatusBadge status={mail.status} />
        <div>
          <MailProgress mail={mail} hasServer={room.hasServer} />
        </div>
        {opened.answer !== null && (
          <p className="text-muted">
            The server said: <span className="font-mono text-sm wrap-anywhere">{opened.answer}</span>
          </p>
        )}
        {room.hasServer && mail.status === 'refused' && (
          <RetryMailButton retry={retryMail} id={mail.id}>
            Try again
          </RetryMailButton>
        )}
      </div>
      {room.hasServer ? (
        <p className="max-w-2xl text-muted text-md">
          What it says is for its reader alone: it may let them into their account.
        </p>
      ) : (
        opened.content && <MailContent text={opened.content.text} html={opened.content.html} />
      )}
    </StaffPage>
  )
}
