/** Care areas by which needs, proposals and projects are found; the words are the showroom's. */
export const careAreas = [
  'SAFETY_AT_HOME',
  'NIGHT_SUPERVISION',
  'MEDICINES',
  'MOBILE_WORK',
  'DISTANCE',
  'DIAGNOSTICS',
  'PARTICIPATION',
  'INFRASTRUCTURE',
] as const;

/** The states in which a need still looks for an answer, so that a proposal can be linked to it. */
export const linkableStates = ['OPEN', 'LINKED'] as const;

/** The states others see a need in. */
export const shownNeedStates = ['OPEN', 'LINKED', 'MET', 'CLOSED'] as const;
export type NeedState = (typeof shownNeedStates)[number];

/** The widest shared first, the most people, what was said last, or what is most urgent. */
export const needOrders = ['shared', 'people', 'newest', 'urgent'] as const;
export type NeedOrder = (typeof needOrders)[number];
