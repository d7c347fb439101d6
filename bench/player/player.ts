import { loadavg } from 'node:os'
import { figure } from '../table'
import { measureJavaScript } from './javascript'
import { measureLive } from './live'
import { measureMemory } from './memory'
import { measureOpening } from './opening'
import { measureScrubbing } from './scrub'
import { measureSeeking } from './seek'
import { measureShopVitals } from './shop-vitals'
import { onStage } from './stage'

/** What a person feels of the player, in a real browser on the built shop; it tells, and fails on nothing. */
export const benchPlayer = (): Promise<void> =>
  onStage(async (stage) => {
    process.stdout.write(`\nPlayer: the built shop in Chromium, 1440 x 900. ${describeLoad()}\n`)
    await measureJavaScript(stage)
    await measureShopVitals(stage)
    await measureOpening(stage)
    await measureSeeking(stage)
    await measureScrubbing(stage)
    await measureLive(stage)
    await measureMemory(stage)
    process.stdout.write(`\n${describeLoad()}\n`)
  })

/** What else the machine did meanwhile: more than its cores can do makes every figure worse. */
const describeLoad = (): string => `Load of the machine: ${figure(loadavg()[0] ?? Number.NaN)}.`
