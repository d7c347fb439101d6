/** Finds something out at most once in so many milliseconds; who asks in between gets what was found, or is being found. */
export const remembered = <Found>(
  forMs: number,
  find: () => Promise<Found>,
  now: () => number = () => performance.now(),
): (() => Promise<Found>) => {
  let last: { readonly found: Promise<Found>; settledAt: number | undefined } | undefined
  return () => {
    if (last && (last.settledAt === undefined || now() - last.settledAt < forMs)) return last.found
    const finding: NonNullable<typeof last> = { found: find(), settledAt: undefined }
    const settle = () => {
      finding.settledAt = now()
    }
    finding.found.then(settle, settle)
    last = finding
    return finding.found
  }
}
