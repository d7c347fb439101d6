const shownWhole = 16

/** An id's beginning and end, where it is too long for the room there is. */
export const shortId = (id: string): string =>
  id.length <= shownWhole ? id : `${id.slice(0, 8)}…${id.slice(-6)}`

/** An id in little room: its beginning and end, whole on hover and to a screen reader. */
export const ShortId = ({ id }: { readonly id: string }) => {
  const short = shortId(id)
  return (
    <span title={id} className="font-mono text-sm">
      {short === id ? (
        id
      ) : (
        <>
          <span aria-hidden>{short}</span>
          <span className="sr-only">{id}</span>
        </>
      )}
    </span>
  )
}
