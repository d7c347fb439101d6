import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFonts } from './outage-page'

const media = 'static/media'

/** Where the built pages have their fonts; nothing where none were built. */
export const findPageFonts = (buildDir: string): PageFonts => {
  const files = filesIn(join(buildDir, media))
  const find = (name: RegExp) => {
    const file = files.find((each) => name.test(each))
    return file && `/_next/${media}/${file}`
  }
  return {
    sans: find(/^Geist_Variable.*\.woff2$/i),
    display: find(/^instrument_serif_latin_400_normal.*\.woff2$/i),
  }
}

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
