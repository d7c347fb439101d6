'use client'

interface GlobalErrorProps {
  readonly retry: () => void
}

const page = {
  margin: 0,
  padding: '18dvh 24px',
  colorScheme: 'light dark',
  background: 'light-dark(#f5f1e8, #141311)',
  color: 'light-dark(#1d1b17, #f2ede3)',
  font: '16px/1.5 system-ui, sans-serif',
}

// The layout itself failed, so neither its styles nor its fonts are there.
export default function GlobalError({ retry }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body style={page}>
        <title>Hindsight</title>
        <h1 style={{ font: '400 48px/1.05 Georgia, serif', margin: '0 0 16px' }}>We lost the thread.</h1>
        <p>The page failed, not your cart: every change it ever took is safe in the log.</p>
        <button type="button" onClick={retry} style={{ font: 'inherit', padding: '10px 18px' }}>
          Try again
        </button>
      </body>
    </html>
  )
}
