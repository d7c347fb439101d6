import Link from 'next/link'

/** The shop's name; the H is two posts with a slider between them. */
export const Wordmark = () => (
  <Link
    href="/"
    className="my-1.5 flex min-h-9 min-w-9 items-center gap-2 rounded-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    aria-label="Hindsight, the shop"
  >
    <svg viewBox="0 0 28 24" className="h-5 w-auto" fill="none" strokeLinecap="round" aria-hidden="true">
      <path d="M9 3v18M19 3v18" stroke="currentColor" strokeWidth="2.5" />
      <path d="M2 12h24" stroke="currentColor" strokeWidth="1.25" />
      <circle cx="12.5" cy="12" r="3.75" className="fill-accent stroke-paper" strokeWidth="1.5" />
    </svg>
    <span className="font-display text-3xl leading-none max-[22rem]:sr-only">Hindsight</span>
  </Link>
)
