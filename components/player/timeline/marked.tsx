/** A text in which what was looked for is marked. */
export const Marked = ({ text, marks }: { readonly text: string; readonly marks: readonly string[] }) => {
  if (marks.length === 0) return text
  return splitAt(text, marks).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts have nothing else that tells them apart
      <mark key={index} className="rounded-xs bg-accent/20 text-inherit">
        {part}
      </mark>
    ) : (
      part
    ),
  )
}

/** The text in pieces, every other one something that was looked for, in whatever case. */
export const splitAt = (text: string, marks: readonly string[]): string[] => {
  const escaped = marks
    .filter((mark) => mark !== '')
    .map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (escaped.length === 0) return [text]
  return text.split(new RegExp(`(${escaped.sort((a, b) => b.length - a.length).join('|')})`, 'i'))
}
