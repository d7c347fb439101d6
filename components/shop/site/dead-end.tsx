import type { ReactNode } from 'react'
import { Wordmark } from './wordmark'

interface DeadEndProps {
  readonly title: string
  readonly words: string
  readonly children: ReactNode
}

/** A page where one's way ends, and how to go on. */
export const DeadEnd = ({ title, words, children }: DeadEndProps) => (
  <div className="px-4 sm:px-6 lg:px-8">
    <header className="flex min-h-(--header) items-center">
      <Wordmark />
    </header>
    <main id="main" className="grid max-w-2xl justify-items-start gap-5 pt-[min(18dvh,10rem)] pb-16">
      <h1 className="text-balance font-display text-[clamp(2.75rem,2rem+4vw,5rem)] leading-none">{title}</h1>
      <p className="max-w-[46ch] text-pretty text-muted">{words}</p>
      {children}
    </main>
  </div>
)
