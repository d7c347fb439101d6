/** Makes what belongs to a key once, and gives it again. For what is dearer to make than to use. */
export const memoizeByKey = <Key, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new Map<Key, Made>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
