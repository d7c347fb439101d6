import { LinkedText } from './linked-text'

interface MailContentProps {
  readonly text: string
  readonly html: string
}

/** What a mail says, to be handed over by hand, and how it looks. */
export const MailContent = ({ text, html }: MailContentProps) => (
  <div className="grid gap-8 lg:grid-cols-2">
    <section aria-labelledby="mail-text">
      <h2 id="mail-text" className="mb-3 border-ink border-b pb-2 text-muted text-sm">
        What it says
      </h2>
      <LinkedText text={text} />
    </section>
    <section aria-labelledby="mail-look">
      <h2 id="mail-look" className="mb-3 border-ink border-b pb-2 text-muted text-sm">
        How it looks
      </h2>
      {/* Nothing in it runs, and none of its links leads anywhere from here. */}
      <iframe title="How it looks" sandbox="" srcDoc={html} className="h-[32rem] w-full border border-line" />
    </section>
  </div>
)
