/**
 * The register of what is kept: every table, for what purpose, how it names people, what becomes of
 * it when a person is erased, and for how long. The pages about data, the export, the erasure and the
 * retention job all read it; a test holds it against the database, so no table can stand outside.
 */
export const purposes = {
  /** Knowing who someone is and for whom they act. */
  account: { basis: 'publicTask' },
  /** Letting people in safely. */
  signIn: { basis: 'publicTask' },
  booking: { basis: 'contract' },
  innovation: { basis: 'publicTask' },
  messages: { basis: 'publicTask' },
  /** Being able to show afterwards who did what. */
  trace: { basis: 'legalDuty' },
  /** Hearing of barriers, which the law demands. */
  accessibility: { basis: 'legalDuty' },
  showroom: { basis: 'publicTask' },
  house: { basis: 'publicTask' },
  official: { basis: 'publicTask' },
} as const satisfies Record<string, { basis: 'publicTask' | 'contract' | 'legalDuty' }>;

export type Purpose = keyof typeof purposes;

/** Information classes after KLASSA: confidentiality, correctness, availability, 0 to 4. */
type Classes = readonly [k: number, r: number, t: number];

export type Holding = {
  purpose: Purpose;
  classes: Classes;
  /** Columns that name a person: by id, or by mail address. */
  people?: Partial<Record<string, 'id' | 'address'>>;
  /** Columns that are shown to nobody: hashes and keys. */
  secret?: readonly string[];
  /** When a person is erased: rows deleted, some columns emptied, or kept because a law or others need them. */
  onErasure?: 'erased' | 'emptied' | 'kept';
  /** Which columns are emptied then. */
  empties?: readonly string[];
};

const facts = (purpose: Purpose, classes: Classes = [0, 2, 1]): Holding => ({ purpose, classes });

export const register: Record<string, Holding> = {
  person: {
    purpose: 'account',
    classes: [1, 2, 2],
    people: { id: 'id' },
    onErasure: 'emptied',
  },
  membership: {
    purpose: 'account',
    classes: [1, 3, 2],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  hub_role: {
    purpose: 'account',
    classes: [1, 3, 2],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  installation_operator: {
    purpose: 'account',
    classes: [1, 3, 2],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  session: {
    purpose: 'signIn',
    classes: [3, 3, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  sign_in_token: {
    purpose: 'signIn',
    classes: [3, 3, 1],
    people: { identifier: 'address' },
    secret: ['token_hash'],
    onErasure: 'erased',
  },
  application: {
    purpose: 'account',
    classes: [1, 2, 1],
    people: { person_id: 'id', email: 'address' },
    secret: ['token_hash'],
    onErasure: 'emptied',
    empties: ['applicant_name', 'email'],
  },
  invitation: {
    purpose: 'account',
    classes: [1, 2, 1],
    people: { invited_by_id: 'id', email: 'address' },
    secret: ['token_hash'],
    onErasure: 'emptied',
    empties: ['email'],
  },
  replaced_invitation: facts('account', [3, 2, 1]),
  identity: {
    purpose: 'signIn',
    classes: [2, 3, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  passkey: {
    purpose: 'signIn',
    classes: [2, 3, 1],
    people: { person_id: 'id' },
    secret: ['public_key', 'credential_id'],
    onErasure: 'erased',
  },
  booking: {
    purpose: 'booking',
    classes: [1, 3, 2],
    people: { booked_by_id: 'id', booked_for_id: 'id' },
    onErasure: 'kept',
  },
  booking_remark: {
    purpose: 'booking',
    classes: [1, 3, 2],
    people: { person_id: 'id' },
    onErasure: 'emptied',
    empties: ['text'],
  },
  booking_series: {
    purpose: 'booking',
    classes: [1, 3, 2],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  calendar_feed: {
    purpose: 'booking',
    classes: [2, 2, 1],
    people: { person_id: 'id' },
    secret: ['token_hash'],
    onErasure: 'erased',
  },
  visit: {
    purpose: 'booking',
    classes: [1, 2, 1],
    people: { host_id: 'id', email: 'address' },
    onErasure: 'emptied',
    empties: ['email', 'guest', 'company', 'note'],
  },
  booking_rule: facts('house'),
  vat_class: facts('official'),
  price_item: facts('house'),
  plan: facts('house'),
  plan_time: facts('house'),
  billing_setting: facts('house'),
  booking_price: facts('booking', [1, 3, 2]),
  plan_member: facts('booking', [1, 3, 2]),
  plan_month: facts('booking', [1, 3, 2]),
  credit: facts('booking', [1, 3, 2]),
  credit_entry: facts('booking', [1, 3, 2]),
  billing_party: facts('booking', [1, 3, 2]),
  invoice_basis: facts('booking', [1, 3, 2]),
  invoice_line: facts('booking', [1, 3, 2]),
  place_holder: facts('house'),
  opening_schedule: facts('house'),
  closure: facts('house'),
  holiday_choice: facts('house'),
  quota: facts('house'),
  waiting: {
    purpose: 'booking',
    classes: [1, 2, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  lease: {
    purpose: 'booking',
    classes: [1, 3, 2],
    people: { made_by_id: 'id', signed_by_id: 'id' },
    onErasure: 'kept',
  },
  lease_place: facts('booking', [1, 3, 2]),
  lease_user: {
    purpose: 'booking',
    classes: [1, 2, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  lease_proposal: {
    purpose: 'booking',
    classes: [1, 3, 2],
    people: { made_by_id: 'id', answered_by_id: 'id' },
    onErasure: 'kept',
  },
  lease_give_back: {
    purpose: 'booking',
    classes: [1, 3, 2],
    people: { given_by_id: 'id' },
    onErasure: 'kept',
  },
  place_block: {
    purpose: 'house',
    classes: [0, 2, 2],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  floor_plan: {
    purpose: 'house',
    classes: [0, 2, 1],
    people: { saved_by_id: 'id', published_by_id: 'id' },
    onErasure: 'kept',
  },
  plan_shape: facts('house'),
  place_sign: facts('house'),
  place_display: { ...facts('house'), secret: ['token_hash'] },
  proposal: {
    purpose: 'innovation',
    classes: [1, 2, 1],
    people: { author_id: 'id', assessor_id: 'id' },
    onErasure: 'kept',
  },
  notice: {
    purpose: 'messages',
    classes: [1, 1, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  mail: {
    purpose: 'messages',
    classes: [1, 1, 1],
    people: { recipient: 'address' },
    onErasure: 'erased',
  },
  audit_event: {
    purpose: 'trace',
    classes: [2, 3, 1],
    people: { person_id: 'id' },
    onErasure: 'kept',
  },
  passkey_challenge: facts('signIn', [3, 3, 1]),
  identity_provider: facts('signIn', [3, 3, 2]),
  audit_head: facts('trace', [0, 3, 1]),
  accessibility_statement: facts('house'),
  barrier_report: {
    purpose: 'accessibility',
    classes: [1, 2, 1],
    people: { email: 'address' },
    onErasure: 'emptied',
    empties: ['name', 'email'],
  },
  retention_run: facts('trace', [0, 3, 1]),
  installation: facts('house'),
  page_version: facts('house'),
  hub: facts('house'),
  organisation: facts('account'),
  region: facts('official'),
  municipality: facts('official'),
  company: facts('account'),
  participation: facts('account'),
  organisation_domain: facts('account'),
  reference_region: facts('official'),
  reference_municipality: facts('official'),
  site: facts('house'),
  floor: facts('house'),
  place: facts('house'),
  unit: facts('house'),
  place_unit: facts('house'),
  attribute: facts('house'),
  attribute_choice: facts('house'),
  place_attribute: facts('house'),
  opening_hours: facts('house'),
  saved_search: {
    purpose: 'showroom',
    classes: [1, 1, 1],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  demo_list: {
    purpose: 'showroom',
    classes: [1, 3, 1],
    people: { made_by_id: 'id', locked_by_id: 'id' },
    onErasure: 'kept',
  },
  demo_list_item: {
    purpose: 'showroom',
    classes: [1, 3, 1],
    people: { added_by_id: 'id' },
    onErasure: 'kept',
  },
  list_decision: {
    purpose: 'showroom',
    classes: [1, 3, 1],
    people: { decided_by_id: 'id' },
    onErasure: 'kept',
  },
  list_choice: facts('showroom', [1, 3, 1]),
  follow: {
    purpose: 'messages',
    classes: [1, 1, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  showroom_news: {
    purpose: 'messages',
    classes: [0, 2, 1],
    people: { by_id: 'id' },
    onErasure: 'kept',
  },
  news_letter: {
    purpose: 'messages',
    classes: [1, 1, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  letter_pace: {
    purpose: 'messages',
    classes: [0, 1, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  letter_refusal: {
    purpose: 'messages',
    classes: [0, 1, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  presence: {
    purpose: 'booking',
    classes: [2, 2, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  presence_wish: {
    purpose: 'booking',
    classes: [1, 2, 1],
    people: { person_id: 'id' },
    onErasure: 'erased',
  },
  house_terms: {
    purpose: 'house',
    classes: [0, 3, 1],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  terms_acceptance: {
    purpose: 'booking',
    classes: [1, 3, 1],
    people: { person_id: 'id' },
    onErasure: 'kept',
  },
  use_open: facts('house'),
  use_taken: facts('house'),
  use_stay: facts('house', [1, 2, 1]),
  use_someone: {
    purpose: 'house',
    classes: [1, 2, 1],
    people: { person_id: 'id' },
    secret: ['someone'],
    onErasure: 'erased',
  },
  occupancy: facts('booking', [1, 3, 2]),
  need: {
    purpose: 'innovation',
    classes: [0, 2, 1],
    people: { said_by_id: 'id' },
    onErasure: 'kept',
  },
  need_support: {
    purpose: 'innovation',
    classes: [0, 2, 1],
    people: { by_id: 'id' },
    onErasure: 'kept',
  },
  proposal_need: facts('innovation'),
  innovation_project: facts('innovation'),
  project_party: facts('innovation'),
  project_need: facts('innovation'),
  showroom_demo: facts('showroom'),
  demo_need: facts('showroom'),
  demo_adoption: facts('showroom'),
  demo_claim: facts('showroom'),
  demo_search: facts('showroom'),
  demo_word: facts('showroom'),
  synonym: facts('showroom'),
  demo_link: facts('showroom'),
  demo_media: facts('showroom'),
  media_file: {
    purpose: 'showroom',
    classes: [1, 2, 1],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  demo_import: {
    purpose: 'showroom',
    classes: [1, 1, 1],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  working_profile: facts('showroom'),
  presentation: facts('showroom'),
  presentation_resource: facts('showroom'),
  visit_answer: facts('showroom'),
  guided_access: facts('showroom', [2, 1, 1]),
  guided_resource: {
    purpose: 'showroom',
    classes: [1, 2, 1],
    people: { person_id: 'id' },
    onErasure: 'kept',
  },
  guided_session: {
    purpose: 'showroom',
    classes: [1, 2, 1],
    people: { made_by_id: 'id' },
    onErasure: 'kept',
  },
  guided_group: {
    purpose: 'showroom',
    classes: [1, 2, 1],
    people: { booked_by_id: 'id' },
    onErasure: 'kept',
  },

  demo_version: {
    purpose: 'showroom',
    classes: [1, 2, 1],
    people: { author_id: 'id', sent_by_id: 'id', decided_by_id: 'id' },
    onErasure: 'kept',
  },
};
