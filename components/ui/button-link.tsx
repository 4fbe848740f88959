import type { ReactNode } from 'react';

type Props = {
  href: string;
  variant?: 'primary' | 'secondary' | 'tertiary';
  tone?: 'accent' | 'neutral' | 'danger';
  size?: 'sm' | 'md';
  download?: boolean;
  children: ReactNode;
};

/** A link that looks like a button: it goes somewhere; a button does something. */
export function ButtonLink({
  href,
  variant = 'primary',
  tone = 'accent',
  size = 'md',
  ...rest
}: Props) {
  return (
    <a
      className={`ds-button ${variant === 'tertiary' ? 'first:-ml-(--ds-size-4)' : ''}`}
      data-variant={variant}
      data-color={tone}
      data-size={size}
      href={href}
      download={rest.download}
    >
      {rest.children}
    </a>
  );
}
