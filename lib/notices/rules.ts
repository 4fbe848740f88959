/** What people are told. Each has a sentence `innovation.notices.<kind>` in every language. */
export const noticeKinds = [
  'proposalSubmitted',
  'proposalWithdrawn',
  'nobodyCanReview',
  'needSaid',
  'needToOpen',
  'needChanged',
  'needBacked',
  'demoSent',
  'demoPublished',
  'demoReturned',
  'demoDue',
  'demoTakenDown',
  'followedNew',
  'followedChanged',
  'followedChecks',
  'followedArchived',
  'followedAdopted',
  'followedStopped',
  'proposalAccepted',
  'projectToCheck',
  'partyInvited',
  'partyAsked',
  'partyConfirmed',
  'partyAccepted',
  'partyDeclined',
  'partyTurnedDown',
  'partyLeft',
  'projectChecked',
  'projectSentBack',
  'projectStopped',
  'proposalConverted',
  'proposalDeclined',
  'proposalAsked',
  'proposalAnswered',
  'proposalParked',
  'proposalResumed',
  'proposalDue',
  'proposalReopened',
  'proposalAppealed',
  'proposalUndone',
  'proposalCalledOff',
  'organisationApplied',
  'applicationWithdrawn',
  'organisationVerified',
  'organisationRejected',
  'organisationReopened',
  'organisationLeft',
  'organisationRenamed',
  'roleChanged',
  'hubRolesChanged',
  'personLeft',
  'bodyAccepted',
  'invitationDeclined',
  'numberEntered',
  'bookingAsked',
  'bookingAnswered',
  'bookingQuestion',
  'bookingApproved',
  'bookingDeclined',
  'bookingCancelledByHouse',
  'bookingMovedByHouse',
  'bookingMissed',
  'visitArrived',
  'checkInNow',
  'seriesEnds',
  'waitingOffered',
  'waitingRemoved',
  'termsWritten',
  'leaseOffered',
  'leaseWithdrawn',
  'leaseSigned',
  'leaseDeclined',
  'leaseNoticeGiven',
  'leaseLastDayChanged',
  'leaseChangeProposed',
  'leaseChangeDeclined',
  'leaseChangeTakenBack',
  'leaseForYou',
  'leaseDaysGivenBack',
  'leaseDaysReclaimed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Facts that go into the sentence; titles stand as their author wrote them. */
export type NoticeDetail = { title: string; organisation: string };

/** The kept facts of a notice as the sentence wants them; whatever is missing reads as empty. */
export function detailOf(kept: unknown): NoticeDetail {
  const given = (kept ?? {}) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { title: text(given.title), organisation: text(given.organisation) };
}

/** The key of a notice's sentence; a kind that this version does not know gets the general one. */
export function sentenceOf(kind: string): string {
  return `notices.${(noticeKinds as readonly string[]).includes(kind) ? kind : 'other'}`;
}
