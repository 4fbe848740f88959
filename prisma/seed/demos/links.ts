/** Which demos stand beside one another, by their numbers, as their owners say. */
export const demoLinks: Record<
  string,
  readonly { number: string; kind: 'WORKS_WITH' | 'NEEDS' | 'ALTERNATIVE' | 'REPLACED_BY' }[]
> = {
  'D-3C7W': [{ number: 'D-6P2H', kind: 'WORKS_WITH' }],
  'D-5J2D': [{ number: 'D-7T9F', kind: 'NEEDS' }],
  'D-4M6G': [
    { number: 'D-5J2D', kind: 'WORKS_WITH' },
    { number: 'D-8X3N', kind: 'WORKS_WITH' },
  ],
  'D-7Q2M': [{ number: 'D-4F7K', kind: 'ALTERNATIVE' }],
  'D-7G8V': [{ number: 'D-8C4T', kind: 'WORKS_WITH' }],
};
