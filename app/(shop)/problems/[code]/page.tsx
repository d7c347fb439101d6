import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DeadEnd } from '@/components/shop/site/dead-end'
import { titleOfProblem } from '@/lib/kit/wire/problem-kinds'
import { isProblemCode, problemKinds } from '@/lib/shop/wire/problem-kinds'

interface ProblemPageProps {
  readonly params: Promise<{ readonly code: string }>
}

export const generateMetadata = async ({ params }: ProblemPageProps): Promise<Metadata> => {
  const { code } = await params
  return { title: isProblemCode(code) ? titleOfProblem(code) : 'Not found' }
}

/** Where the `type` of a problem document leads: what it means, and what can be done. */
export default async function ProblemPage({ params }: ProblemPageProps) {
  const { code } = await params
  if (!isProblemCode(code)) notFound()
  const { status, meaning, remedy } = problemKinds[code]
  return (
    <DeadEnd title={`${titleOfProblem(code)}.`} words={plain(meaning)}>
      <p className="max-w-[46ch] text-pretty">{plain(remedy)}</p>
      <p className="font-mono text-muted text-sm">
        code {code}, status {plain(status)}
      </p>
      <Link href="/problems" className="text-ink underline decoration-accent underline-offset-4">
        All problems
      </Link>
    </DeadEnd>
  )
}

/** Names stand between backticks for the API's description; a page needs none. */
const plain = (text: string): string => text.replaceAll('`', '')
