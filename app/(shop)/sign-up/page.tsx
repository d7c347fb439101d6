import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { SignUpForm } from '@/components/shop/account/sign-up-form'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { signUp } from './actions'

export const metadata: Metadata = { title: 'Create an account' }

export default async function SignUpPage() {
  const identity = await currentIdentity()
  if (identity && !identity.isGuest) redirect('/')
  return (
    <>
      <SiteHeader identity={identity} />
      <AccountFrame
        title="Make it yours."
        words="The cart you have now, and all it remembers, moves in with you."
      >
        <SignUpForm signUp={signUp} />
        <p className="pt-8 text-muted text-md">
          Have an account?{' '}
          <Link href="/sign-in" className="text-ink underline decoration-accent underline-offset-4">
            Sign in
          </Link>
        </p>
      </AccountFrame>
    </>
  )
}
