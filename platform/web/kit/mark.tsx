/** The mark of the house: the road. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--yl-color-primary)" />
      <path
        d="M7 19.500c3.5-5.5 6.5-7.5 9.5-5s5.5 3 8.5 0"
        fill="none"
        stroke="var(--yl-on-primary)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="7" cy="19.5" r="2.5" fill="var(--yl-on-primary)" />
    </svg>
  );
}
