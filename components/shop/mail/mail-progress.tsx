import type { ShownMail } from '@/lib/shop/wire/shown-mail'
import { Time } from '../../ui/time'

interface MailProgressProps {
  readonly mail: ShownMail
  /** Is there a server that mails go to? */
  readonly hasServer: boolean
}

/** What has become of a mail so far, and what comes next. */
export const MailProgress = ({ mail, hasServer }: MailProgressProps) => {
  const { status, endedAt, attempts, why, dueAt } = mail
  if (endedAt) return <Time iso={endedAt} format="full" className="font-mono text-xs text-muted" />
  if (status === 'late') return <>Its link holds no longer.</>
  if (!hasServer) return <>For you to hand over.</>
  if (why === null) return null
  return (
    <>
      <span className="block wrap-anywhere">{why}</span>
      <span className="block text-muted">
        {attempts > 0 && `Tried ${attempts === 1 ? 'once' : `${attempts} times`}. `}
        {status === 'waiting' && dueAt && (
          <>
            Next try: <Time iso={dueAt} format="full" className="font-mono text-xs" />
          </>
        )}
      </span>
    </>
  )
}
