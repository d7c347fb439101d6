// Runs in every page that is measured, before anything of its own; `probe.ts` says what it gives.
;(() => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

  /** After the next frame was painted. */
  const painted = async () => {
    await frame()
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      port2.postMessage(null)
    })
    return performance.now()
  }

  const frameWhen = async (isSo) => {
    while (!isSo()) await frame()
    return performance.now()
  }

  const slider = () => document.querySelector('input[type=range][aria-label=Version]')
  const total = () => document.querySelector('[aria-label=Cart] output[aria-label=Total]')
  const headOf = () => Number(slider()?.getAttribute('aria-valuemax') ?? 0)

  const observe = (options, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ buffered: true, ...options })

  const longTasks = []
  observe({ type: 'longtask' }, ({ duration }) => longTasks.push(duration))

  let shift = 0
  observe({ type: 'layout-shift' }, ({ value, hadRecentInput }) => {
    if (!hadRecentInput) shift += value
  })

  let largest = 0
  observe({ type: 'largest-contentful-paint' }, ({ startTime }) => {
    largest = startTime
  })

  let slowest = { name: 'none', duration: 0 }
  observe({ type: 'event', durationThreshold: 16 }, ({ name, duration, interactionId, target }) => {
    if (!interactionId || duration <= slowest.duration) return
    slowest = { name: `${name} on ${target?.ariaLabel ?? target?.textContent ?? 'what is gone'}`, duration }
  })

  const heads = {}
  const watchHead = () => {
    let seen = headOf()
    const note = async () => {
      const [from, to] = [seen + 1, headOf()]
      seen = Math.max(seen, to)
      const at = performance.timeOrigin + (await painted())
      for (let version = from; version <= to; version++) heads[version] = at
    }
    // Not a look at every frame, which would be work in every one of them.
    new MutationObserver(note).observe(slider(), { attributeFilter: ['aria-valuemax'] })
  }

  const clicks = []
  addEventListener('click', ({ timeStamp }) => clicks.push(performance.timeOrigin + timeStamp), true)

  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const seek = async (version, text) => {
    const begun = performance.now()
    setValue.call(slider(), String(version))
    slider().dispatchEvent(new Event('input', { bubbles: true }))
    await frameWhen(() => total()?.textContent === text)
    return (await painted()) - begun
  }

  const hasView = () => total() && document.querySelector('[aria-label="Event timeline"] li[data-version]')
  const isHydrated = () => Object.keys(slider() ?? {}).some((key) => key.startsWith('__reactProps'))

  window.probe = {
    firstView: frameWhen(hasView).then(painted),
    hydrated: frameWhen(isHydrated),
    longTasks,
    layoutShift: () => shift,
    largestPaint: () => largest,
    slowestInteraction: () => slowest,
    seek,
    heads,
    clicks,
  }
  void frameWhen(slider).then(watchHead)
})()
