import type { Metadata } from 'next'
import Link from 'next/link'
import { ImportForm } from '@/components/shop/staff/catalogue/import-form'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { linkStyle } from '@/components/ui/link-style'
import { staffIdentity } from '../../staff-identity'
import { importFile } from '../import-action'

export const metadata: Metadata = { title: 'Import products' }

export default async function ImportPage() {
  const identity = await staffIdentity('/catalogue/import')
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">Import products</h1>
        <Link href="/catalogue" className={linkStyle}>
          Catalogue
        </Link>
      </div>
      <ImportForm importFile={importFile} />
    </StaffPage>
  )
}
