import { spanWords } from './span-words'

/** Says on a row's lower edge that nothing happened for long between it and the one below. */
export const GapMark = ({ ms }: { readonly ms: number }) => (
  <span className="absolute right-3 bottom-0 translate-y-1/2 bg-(--ground) pl-2 font-mono text-2xs text-muted leading-none">
    <span className="sr-only">, </span>
    {spanWords(ms)} later
  </span>
)
