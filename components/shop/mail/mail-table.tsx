import Link from 'next/link'
import type { ShownMail } from '@/lib/shop/wire/shown-mail'
import { textLinkStyle } from '../../ui/link-style'
import { Time } from '../../ui/time'
import { MailProgress } from './mail-progress'
import { MailStatusBadge } from './mail-status'
import { type RetryMail, RetryMailButton } from './retry-mail-button'

interface MailTableProps {
  readonly mails: readonly ShownMail[]
  readonly hasServer: boolean
  readonly retry: RetryMail
}

/** Mails as lines of a ledger; where there is no room without when each was written. */
export const MailTable = ({ mails, hasServer, retry }: MailTableProps) => (
  <div className="@container">
    <table className="w-full table-fixed border-collapse text-left text-md">
      <thead>
        <tr className="border-ink border-b text-sm text-muted [&_th]:py-2.5 [&_th]:pr-4 [&_th]:font-normal">
          <th scope="col">To</th>
          <th scope="col" className="w-[45%]">
            Status
          </th>
          <th scope="col" className="w-44 pr-0! text-right @max-[40rem]:hidden">
            Written
          </th>
        </tr>
      </thead>
      <tbody className="[&_td]:py-3 [&_td]:pr-4 [&_td]:align-top">
        {mails.map((mail) => (
          <tr key={mail.id} className="border-line border-b">
            <td>
              <Link
                href={`/outbox/${mail.id}`}
                prefetch={false}
                title={mail.to ?? undefined}
                className={`${textLinkStyle} block truncate`}
              >
                <bdi>{mail.to ?? 'Sealed under another secret'}</bdi>
              </Link>
              <span className="block text-sm text-muted wrap-anywhere">{mail.subject}</span>
            </td>
            <td>
              <MailStatusBadge status={mail.status} />
              <div className="grid gap-1 text-sm">
                <div>
                  <MailProgress mail={mail} hasServer={hasServer} />
                </div>
                {hasServer && mail.status === 'refused' && (
                  <div>
                    <RetryMailButton retry={retry} id={mail.id}>
                      Try again
                    </RetryMailButton>
                  </div>
                )}
              </div>
            </td>
            <td className="pr-0! text-right font-mono text-sm text-muted tabular-nums @max-[40rem]:hidden">
              <Time iso={mail.keptAt} format="full" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
