/** A quiet link of the header: words, and a rule under them on hover. */
export const linkStyle =
  'inline-flex min-h-9 items-center whitespace-nowrap rounded-sm px-1.5 text-sm underline decoration-transparent underline-offset-[5px] transition-colors hover:decoration-accent pointer-coarse:min-h-11'

/** A link among words: a rule under them, which stands out on hover. */
export const textLinkStyle = 'underline decoration-line underline-offset-4 hover:decoration-accent'
