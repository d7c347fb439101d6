import { UserRound } from 'lucide-react'
import Link from 'next/link'
import type { ShownIdentity } from '@/lib/shop/client/kept/kept-shop'
import { cn } from '../../ui/cn'
import { linkStyle } from '../../ui/link-style'
import { SignOutButton } from './sign-out-button'

/** Who one is here, and the way in or out. */
export const AccountState = ({ identity }: { identity: ShownIdentity | undefined }) =>
  identity && !identity.isGuest ? (
    <>
      <Link href="/account" aria-label="Your account" className={cn(linkStyle, 'max-w-40')}>
        <UserRound aria-hidden size={18} className="sm:hidden" />
        <bdi className="truncate max-sm:hidden">{identity.name}</bdi>
      </Link>
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
