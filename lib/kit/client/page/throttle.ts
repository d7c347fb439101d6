export interface Throttle {
  readonly call: () => void
  readonly cancel: () => void
}

/** Runs at once, then at most every so many milliseconds; what is called for meanwhile is done by one run after. */
export const createThrottle = (everyMs: number, run: () => void): Throttle => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let called = false

  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (called) go()
    }, everyMs)
  }
  const go = () => {
    called = false
    run()
    rest()
  }

  return {
    call: () => {
      if (timer === undefined) go()
      else called = true
    },
    cancel: () => {
      clearTimeout(timer)
      timer = undefined
      called = false
    },
  }
}
