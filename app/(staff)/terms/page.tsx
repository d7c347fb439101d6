import type { Metadata } from 'next'
import Link from 'next/link'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { streamPage } from '@/components/shop/stream-page'
import { TermsBoard } from '@/components/shop/terms/terms-board'
import { linkStyle } from '@/components/ui/link-style'
import { getContext } from '@/lib/shop/server/shared-context'
import { shopTermsId } from '@/lib/shop/terms/terms-stream'
import { storedTerms } from '@/lib/shop/terms/wire/stored-terms'
import { staffIdentity } from '../staff-identity'

export const metadata: Metadata = { title: 'Terms' }

export default async function TermsPage() {
  const identity = await staffIdentity('/terms')
  const { state } = await getContext().aggregates.loadFresh(storedTerms, shopTermsId)
  return (
    <StaffPage identity={identity}>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">Terms</h1>
        {state.version > 0 && (
          <Link href={streamPage({ type: 'terms', id: shopTermsId })} className={linkStyle}>
            How they came about
          </Link>
        )}
      </div>
      <TermsBoard terms={state} />
    </StaffPage>
  )
}
