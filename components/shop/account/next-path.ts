const anyOrigin = 'https://shop.invalid'

/**
 * Where to go after signing in: a path of this site, or undefined for anything that leads elsewhere. What was parsed is parsed
 * again, as the browser will: `/.//evil.example` becomes `//evil.example`, another host.
 */
export const nextPath = (next: string | undefined): string | undefined => {
  const once = pathIn(next)
  return pathIn(once) === once ? once : undefined
}

const pathIn = (next: string | undefined): string | undefined => {
  if (!next?.startsWith('/') || !URL.canParse(next, anyOrigin)) return undefined
  const url = new URL(next, anyOrigin)
  return url.origin === anyOrigin ? `${url.pathname}${url.search}${url.hash}` : undefined
}
