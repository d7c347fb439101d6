import { textLinkStyle } from '../../ui/link-style'

const address = /(https?:\/\/[^\s<>"]+)/

/** Plain text as it stands, with its links to be followed. */
export const LinkedText = ({ text }: { readonly text: string }) => (
  <div className="whitespace-pre-wrap wrap-anywhere text-md">
    {text.split(address).map((part, nth) =>
      nth % 2 === 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
        <a key={nth} href={part} className={textLinkStyle}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </div>
)
