/** What went wrong with a form as a whole. */
export const FormError = ({ children }: { readonly children: string | undefined }) => (
  <p role="alert" className="text-danger text-sm empty:hidden">
    {children}
  </p>
)
