/** The page's own scripts, pictures and first answers come first. */
const quietAfterMs = 3_000

/** Calls back once the page has been there for a while, for what is fetched before it is asked for; gives what calls it off. */
export const whenQuiet = (callback: () => void): (() => void) => {
  const timer = setTimeout(callback, quietAfterMs)
  return () => clearTimeout(timer)
}
