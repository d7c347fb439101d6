import type { Metadata } from 'next'
import Link from 'next/link'
import { DeadEnd } from '@/components/shop/site/dead-end'
import { problemKinds } from '@/lib/shop/wire/problem-kinds'

export const metadata: Metadata = { title: 'Problems' }

export default function ProblemsPage() {
  return (
    <DeadEnd
      title="What can go wrong."
      words="Each refusal of the API has a code, which its type leads to. This is what they mean."
    >
      <dl className="grid w-full gap-5">
        {Object.entries(problemKinds).map(([code, { status, meaning }]) => (
          <div key={code} className="grid gap-1 border-line border-t pt-4">
            <dt>
              <Link
                href={`/problems/${code}`}
                prefetch={false}
                className="text-ink underline decoration-accent underline-offset-4"
              >
                {code}
              </Link>
              <span className="pl-3 text-muted text-sm">{status.replaceAll('`', '')}</span>
            </dt>
            <dd className="text-pretty text-muted">{meaning.replaceAll('`', '')}</dd>
          </div>
        ))}
      </dl>
    </DeadEnd>
  )
}
