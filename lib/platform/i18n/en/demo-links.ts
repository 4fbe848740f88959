import type { Like } from '../like.ts';
import type { demoLinks as original } from '../sv/demo-links.ts';

export const demoLinks: Like<typeof original> = {
  title: 'Goes together with',
  lead: 'Other demos in the showroom that work with this one, are needed for it, could be chosen instead or take its place.',
  number: 'Number, demo {n}',
  numberHint:
    'It is on the page and the sign of the demo, such as D-3C7W. The address will do, too. Empty it to remove.',
  kind: 'How they go together, demo {n}',
  kinds: {
    WORKS_WITH: 'Works with',
    NEEDS: 'Needs',
    ALTERNATIVE: 'Alternative to',
    REPLACED_BY: 'Is replaced by',
  },
  shown: {
    WORKS_WITH: 'Works with',
    NEEDS: 'Needs',
    ALTERNATIVE: 'Alternatives',
    REPLACED_BY: 'Replaced by',
  },
  back: {
    WORKS_WITH: 'Works with',
    NEEDS: 'Needed by',
    ALTERNATIVE: 'Alternatives',
    REPLACED_BY: 'Replaces',
  },
  says: 'says {organisation}',
  gone: 'no longer shown',
  successor: 'Is replaced by, number',
  successorHint:
    'If something else in the showroom takes over. Visitors who look for this one are led there.',
  archived: 'This demo from {organisation} has not been shown since {day}.',
  instead: 'Replaced by',
  others: 'See other demos in the showroom',
  reviewed: 'Last looked over',
  notReviewedSince: 'Not looked over since {day}',
  lookOver: 'Time to look it over',
  lookOverText:
    'Open the demo, change what is no longer true and send it. If everything is, send it as it is.',
  takeUp: 'Start again from version {number}',
  takeUpHint:
    'The draft gets the same content as version {number}. If a draft is open, what it says is replaced.',
  refusals: {
    noNumber: 'Write a number such as D-3C7W, or the address of the demo.',
    noSuchDemo: 'No demo here has that number.',
    itself: 'That is this demo’s own number.',
    twice: 'That demo is already there.',
    oneSuccessor: 'Only one demo can take its place.',
  },
};
