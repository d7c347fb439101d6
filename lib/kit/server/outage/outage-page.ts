import { outageScript } from './outage-script'

export interface PageFonts {
  /** Addresses of woff2 files, where they are known. */
  readonly sans: string | undefined
  readonly display: string | undefined
}

const face = (family: string, url: string | undefined): string =>
  url
    ? `@font-face{font-family:${family};src:url(${url}) format("woff2");font-weight:100 900;font-display:swap}`
    : ''

const dark = `--paper:#141311;--ink:#f2ede3;--muted:#a89f91;--line:#37322b;--accent:#ff8560;--on-accent:#24100a;color-scheme:dark`

const styles = `
:root{--paper:#f5f1e8;--ink:#1d1b17;--muted:#655e53;--line:#ddd4c3;--accent:#b8371a;--on-accent:#fffaf3;color-scheme:light}
@media (prefers-color-scheme:dark){:root:not(.light){${dark}}}
:root.dark{${dark}}
*{box-sizing:border-box}
body{margin:0;padding:0 16px;background:var(--paper);color:var(--ink);font:16px/1.5 Geist,system-ui,sans-serif;-webkit-font-smoothing:antialiased}
@media (width>=40rem){body{padding:0 24px}}
@media (width>=64rem){body{padding:0 32px}}
header{display:flex;align-items:center;min-height:60px}
.mark{display:flex;align-items:center;gap:8px;font:400 28px/1 "Instrument Serif",Georgia,serif}
main{display:grid;justify-items:start;gap:20px;max-width:42rem;padding:min(18dvh,10rem) 0 64px}
h1{margin:0;font:400 clamp(2.75rem,2rem + 4vw,5rem)/1 "Instrument Serif",Georgia,serif;letter-spacing:-.015em;text-wrap:balance}
p{margin:0;max-width:46ch;color:var(--muted);text-wrap:pretty}
a{display:inline-flex;align-items:center;min-height:44px;padding:0 20px;border-radius:6px;background:var(--accent);color:var(--on-accent);font-size:14px;font-weight:500;text-decoration:none}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
[role=status]{font-size:13px;min-height:1.5em}`

const mark = `<svg viewBox="0 0 28 24" width="23" height="20" fill="none" stroke-linecap="round" aria-hidden="true"><path d="M9 3v18M19 3v18" stroke="currentColor" stroke-width="2.5"/><path d="M2 12h24" stroke="currentColor" stroke-width="1.25"/><circle cx="12.5" cy="12" r="3.75" fill="var(--accent)" stroke="var(--paper)" stroke-width="1.5"/></svg>`

/** Without scripts it comes back by this alone. */
const refreshSeconds = 15

/** What stands in for every page while the log can't be read: whole in itself, and it comes back by itself. */
export const outagePage = ({ sans, display }: PageFonts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Back in a moment · Hindsight</title>
<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>
<link rel="icon" href="/icon.svg">
<style>${face('Geist', sans)}${face('"Instrument Serif"', display)}${styles}</style>
<script>try{const t=localStorage.getItem('theme');if(t==='dark'||t==='light')document.documentElement.classList.add(t)}catch{}</script>
</head>
<body>
<header><span class="mark">${mark}Hindsight</span></header>
<main id="main">
<h1>Back in a moment.</h1>
<p>Hindsight can’t reach its log just now. Nothing is lost: what it has confirmed stands in there, and what waits in this browser is sent when it is back.</p>
<a href="">Try now</a>
<p role="status">This page comes back by itself.</p>
</main>
<script>${outageScript}</script>
</body>
</html>
`
