import type { ReactNode } from 'react'
import { FilmStrip } from './film-strip'

interface AccountFrameProps {
  readonly title: string
  readonly words: ReactNode
  readonly children: ReactNode
}

/** A page with one form on it. */
export const AccountFrame = ({ title, words, children }: AccountFrameProps) => (
  <main
    id="main"
    className="relative mx-auto min-h-[calc(100dvh-var(--header)-1px)] w-full max-w-5xl overflow-clip px-4 sm:px-6 lg:px-8"
  >
    <div className="w-full max-w-[25rem] pt-[min(12dvh,7rem)] pb-16 max-lg:mx-auto">
      <h1 className="font-display text-[clamp(2.75rem,2rem+3vw,3.75rem)] leading-none">{title}</h1>
      <p className="pt-4 pb-9 text-pretty text-lg text-muted">{words}</p>
      {children}
    </div>
    <FilmStrip className="absolute -top-24 right-24 rotate-6 max-lg:hidden" />
  </main>
)
