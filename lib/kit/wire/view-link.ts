const maxLength = 2_000

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>

/** A path with all that an address says of how it is looked at; what is longer than any real view is left out. */
export const viewPath = (path: string, view: SearchParams): string => {
  const kept = new URLSearchParams()
  for (const [name, values] of Object.entries(view)) {
    for (const value of [values ?? []].flat()) {
      const size = `${new URLSearchParams([[name, value]])}`.length
      if (`${kept}`.length + size < maxLength) kept.append(name, value)
    }
  }
  return kept.size > 0 ? `${path}?${kept}` : path
}

/** An address with what is looked at this moment, which the address bar may not say yet; null takes a part away. */
export const viewLink = (address: string, now: Readonly<Record<string, string | null>>): string => {
  const url = new URL(address)
  for (const [name, value] of Object.entries(now)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return url.href
}
