/** A basket with nothing in it, drawn as the products are. */
export const EmptyBasket = ({ className }: { readonly className?: string }) => (
  <svg
    viewBox="0 0 240 170"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    className={className}
    aria-hidden="true"
  >
    <ellipse cx="130" cy="152" rx="88" ry="9" className="fill-sunken" stroke="none" />
    <path d="M44 72h152l-18 72a8 8 0 0 1-8 6H70a8 8 0 0 1-8-6z" className="fill-card" />
    <path d="M54 112h132M60 134h120" strokeWidth="1.5" />
    <path d="M80 74l8 74M104 74l4 74M136 74l-4 74M160 74l-8 74" strokeWidth="1.5" />
    <path
      d="M36 64h168a5 5 0 0 1 5 5v2a5 5 0 0 1-5 5H36a5 5 0 0 1-5-5v-2a5 5 0 0 1 5-5z"
      className="fill-card"
    />
    <path d="M78 64c0-62 84-62 84 0" />
    <circle cx="120" cy="17.5" r="7" className="fill-accent" />
  </svg>
)
