import type { Metadata } from 'next'
import Link from 'next/link'
import { AccountFrame } from '@/components/shop/account/account-frame'
import { nextPath } from '@/components/shop/account/next-path'
import { SignInForm } from '@/components/shop/account/sign-in-form'
import { SiteHeader } from '@/components/shop/site/site-header'
import { currentIdentity } from '@/lib/shop/server/auth/session'

export const metadata: Metadata = { title: 'Sign in' }

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams
  return (
    <>
      <SiteHeader identity={await currentIdentity()} />
      <AccountFrame title="Welcome back." words="Your carts are as you left them, every version of them.">
        <SignInForm next={nextPath(typeof next === 'string' ? next : undefined)} />
        <p className="pt-8 text-muted text-md">
          <Link href="/forgot-password" className="text-ink underline decoration-accent underline-offset-4">
            Forgot your password?
          </Link>
        </p>
        <p className="pt-4 text-muted text-md">
          New here?{' '}
          <Link href="/sign-up" className="text-ink underline decoration-accent underline-offset-4">
            Create an account
          </Link>{' '}
          and keep the cart you have.
        </p>
      </AccountFrame>
    </>
  )
}
