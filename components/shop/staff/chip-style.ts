/** Something small that can be taken away or gone to. */
export const chipStyle =
  'inline-flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-card px-3 text-sm hover:border-edge pointer-coarse:min-h-11'
