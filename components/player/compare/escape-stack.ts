/** Who waits for Escape; whoever came last has it for themselves. */
export const createEscapeStack = () => {
  const waiting: (() => void)[] = []
  return {
    /** Gives the way to take it back. */
    wait: (onEscape: () => void): (() => void) => {
      waiting.push(onEscape)
      return () => void waiting.splice(waiting.indexOf(onEscape), 1)
    },
    press: (): void => waiting.at(-1)?.(),
    isEmpty: (): boolean => waiting.length === 0,
  }
}
