const setting = (name: string) => <code className="font-mono text-sm wrap-anywhere">{name}</code>

/** What to do where mails go nowhere by themselves. */
export const NoServerNote = () => (
  <aside className="mb-6 grid max-w-3xl gap-2 border-accent border-l-2 bg-card px-4 py-3 text-md">
    <p>
      This shop has no server that sends mail. Mails are kept here: open one, and hand over what it says
      yourself.
    </p>
    <p className="text-muted">
      To have them sent, start the shop with {setting('SMTP_URL')} (as{' '}
      {setting('smtps://user:password@mail.example.com')}) and {setting('MAIL_FROM')} (as{' '}
      {setting('Shop <shop@example.com>')}). What waits here by then and still holds is sent, too.
    </p>
  </aside>
)
