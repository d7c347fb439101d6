import Link from 'next/link'
import { linkStyle } from '../../ui/link-style'

/** Says why there is no mail to show. */
export const NoMails = ({ isSearched }: { readonly isSearched: boolean }) => (
  <div className="border-ink border-t py-16 text-center">
    <p className="font-display text-3xl">{isSearched ? 'No mail like that' : 'No mails yet'}</p>
    <p className="mx-auto mt-2 mb-4 max-w-sm text-balance text-muted text-md">
      {isSearched
        ? 'An address is found whole, in any case of letters. Mails are known for 30 days.'
        : 'The first stands here as soon as somebody signs up or asks for a new password.'}
    </p>
    {isSearched && (
      <Link href="/outbox" className={linkStyle}>
        Show all mails
      </Link>
    )}
  </div>
)
