import { TargetAway } from './sender'

interface OpeningOptions<Opened> {
  readonly open: () => Promise<Opened>
  /** Before it is used. Where it throws, it is closed again. */
  readonly onOpened: (opened: Opened) => Promise<void>
  readonly close: (opened: Opened) => Promise<unknown>
}

/** One connection that is made when it is needed, and made anew after it was dropped. */
export const createOpening = <Opened extends object>({ open, onOpened, close }: OpeningOptions<Opened>) => {
  let current: Opened | undefined
  let under: Promise<Opened> | undefined
  const dropped = new WeakSet<Opened>()

  const drop = (opened: Opened): void => {
    dropped.add(opened)
    if (current === opened) current = undefined
    close(opened).catch(() => undefined)
  }

  const make = async (): Promise<Opened> => {
    const opened = await open().catch((cause: Error) => {
      throw new TargetAway(`It can't be reached: ${cause.message}`, { cause })
    })
    try {
      await onOpened(opened)
    } catch (error) {
      drop(opened)
      throw error
    }
    if (dropped.has(opened)) throw new TargetAway('It hung up at once')
    current = opened
    return opened
  }

  return {
    /** @throws TargetAway, and what `onOpened` throws */
    opened: async (): Promise<Opened> => {
      if (current) return current
      under ??= make().finally(() => {
        under = undefined
      })
      return under
    },
    current: () => current,
    drop,
    close: async (): Promise<void> => {
      await under?.catch(() => undefined)
      if (current) await close(current).catch(() => undefined)
      current = undefined
    },
  }
}
