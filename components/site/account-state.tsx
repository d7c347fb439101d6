import Link from 'next/link'
import type { Identity } from '@/lib/protocol/identity'
import { linkStyle } from '../ui/link-style'
import { SignOutButton } from './sign-out-button'

/** Who one is here, and the way in or out. */
export const AccountState = ({ identity }: { identity: Identity | undefined }) =>
  identity && !identity.isGuest ? (
    <>
      {identity.role === 'staff' && (
        <Link href="/carts" className={linkStyle}>
          All carts
        </Link>
      )}
      <span className="max-w-40 truncate px-1.5 text-sm text-muted max-sm:hidden">{identity.name}</span>
      <SignOutButton />
    </>
  ) : (
    <>
      <span className="px-1.5 text-sm text-muted max-sm:hidden">Guest</span>
      <Link href="/sign-in" className={linkStyle}>
        Sign in
      </Link>
    </>
  )
