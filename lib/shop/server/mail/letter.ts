import type { Mail } from '../../../kit/server/mail/mail'

/** A page of the shop that a letter leads to. */
export interface LetterLink {
  readonly words: string
  readonly url: string
}

/** What the shop writes to somebody: read in this order, as text and as HTML alike. */
export interface Letter {
  readonly subject: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** The one thing to do, and others that may be. */
  readonly links: readonly LetterLink[]
  /** What is good to know besides. */
  readonly notes: readonly string[]
}

type Written = Pick<Mail, 'subject' | 'text' | 'html'>

/** A letter in the shop's one layout. */
export const writeLetter = (letter: Letter): Written => ({
  subject: letter.subject,
  text: asText(letter),
  html: asHtml(letter),
})

const asText = ({ title, paragraphs, links, notes }: Letter): string =>
  [title, ...paragraphs, ...links.map(({ words, url }) => `${words}:\n${url}`), ...notes, 'Hindsight'].join(
    '\n\n',
  )

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const asMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => escaped[sign] as string)

/** For those who read mail in the dark; whose program doesn't know it sees it light. */
const dark = `@media (prefers-color-scheme: dark) {
  body, .sheet { background: #141311 !important; color: #f2ede3 !important }
  .muted { color: #a89f91 !important }
  .first { background: #ff8560 !important; color: #24100a !important }
  a { color: #f2ede3 !important }
}`
const serif = "font-family: 'Instrument Serif', Georgia, 'Times New Roman', serif"
const sans = "font-family: system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, sans-serif"

const asHtml = ({ subject, title, paragraphs, links, notes }: Letter): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${asMarkup(subject)}</title>
<style>${dark}</style>
</head>
<body style="margin: 0; background: #f5f1e8; color: #1d1b17; ${sans}">
<div class="sheet" style="max-width: 34rem; margin: 0 auto; padding: 32px 24px; background: #f5f1e8; color: #1d1b17; font-size: 16px; line-height: 1.5">
<h1 style="margin: 0 0 16px; font-size: 32px; line-height: 1.15; font-weight: 400; ${serif}">${asMarkup(title)}</h1>
${paragraphs.map((text) => `<p style="margin: 0 0 16px">${asMarkup(text)}</p>`).join('\n')}
${links.map(linkAsHtml).join('\n')}
${notes.map((text) => `<p class="muted" style="margin: 0 0 12px; font-size: 14px; color: #655e53">${asMarkup(text)}</p>`).join('\n')}
<p class="muted" style="margin: 24px 0 0; font-size: 20px; color: #655e53; ${serif}">Hindsight</p>
</div>
</body>
</html>
`

const button =
  'display: inline-block; padding: 12px 20px; border-radius: 6px; background: #b8371a; color: #fffaf3; font-weight: 500; text-decoration: none'
const plain = 'color: #1d1b17'

/** The first is to be followed; its address stands below for whose program shows no links. */
const linkAsHtml = ({ words, url }: LetterLink, nth: number): string => {
  const href = asMarkup(url)
  const anchor = `<a href="${href}"${nth === 0 ? ' class="first"' : ''} style="${nth === 0 ? button : plain}">${asMarkup(words)}</a>`
  return nth === 0
    ? `<p style="margin: 24px 0 8px">${anchor}</p>\n<p class="muted" style="margin: 0 0 24px; font-size: 14px; color: #655e53; word-break: break-all">${href}</p>`
    : `<p style="margin: 0 0 16px">${anchor}</p>`
}
