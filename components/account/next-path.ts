const anyOrigin = 'https://shop.invalid'

/** Where to go after signing in: a path of this site, or undefined for anything that leads elsewhere. */
export const nextPath = (next: string | undefined): string | undefined => {
  if (!next?.startsWith('/') || !URL.canParse(next, anyOrigin)) return undefined
  const url = new URL(next, anyOrigin)
  return url.origin === anyOrigin ? `${url.pathname}${url.search}${url.hash}` : undefined
}
