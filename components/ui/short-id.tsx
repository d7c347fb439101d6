const shownWhole = 16

/** An id in little room: its beginning and end, whole on hover and to a screen reader. */
export const ShortId = ({ id }: { readonly id: string }) => (
  <span title={id} className="font-mono text-sm">
    {id.length <= shownWhole ? (
      id
    ) : (
      <>
        <span aria-hidden>{`${id.slice(0, 8)}…${id.slice(-6)}`}</span>
        <span className="sr-only">{id}</span>
      </>
    )}
  </span>
)
