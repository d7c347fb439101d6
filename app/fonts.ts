import localFont from 'next/font/local'

/** The display face. A local font gets a fallback of the same size, so that nothing moves when it arrives. */
export const InstrumentSerif = localFont({
  src: [
    {
      path: '../node_modules/@fontsource/instrument-serif/files/instrument-serif-latin-400-normal.woff2',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource/instrument-serif/files/instrument-serif-latin-400-italic.woff2',
      style: 'italic',
    },
  ],
  weight: '400',
  variable: '--font-instrument-serif',
  adjustFontFallback: 'Times New Roman',
})
