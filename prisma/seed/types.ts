import type { Temporal } from 'temporal-polyfill';

/** A text that readers see, in the three languages of the portal. */
export type Text = { sv: string; nb: string; en: string };
export type Language = keyof Text;

export type HubSlug = 'ostersund' | 'vasterbotten' | 'vastra-gotaland' | 'innlandet';

export type SeedHub = {
  slug: HubSlug;
  name: string;
  country: 'SE' | 'NO';
  /** IANA zone. */
  zone: 'Europe/Stockholm' | 'Europe/Oslo';
  /** The first one is the hub's own. */
  languages: readonly Language[];
  /** Hex colours; the accent carries white text at 4.5:1 or better. */
  theme: { accent: string; support: string };
  address: { street: string; postalCode: string; town: string };
  areaM2: number;
  welcome: Text;
  mission: Text;
  contact: { role: Text; email: string; dataProtection: string };
  /** Address of the picture on the site. */
  picture: string;
  pictureAlt: Text;
};

export type OrganisationKind =
  | 'REGION'
  | 'MUNICIPALITY'
  | 'HOSPITAL'
  | 'VOLUNTARY'
  | 'UNIVERSITY'
  | 'COMPANY';

export type SeedOrganisation = {
  slug: string;
  name: string;
  shortName: string;
  kind: OrganisationKind;
  side: 'PUBLIC' | 'CIVIC' | 'PRIVATE';
  country: 'SE' | 'NO';
  /** Code in the reference tables, for regions and municipalities; otherwise null. */
  officialCode: string | null;
  /** Ten digits (Sweden) or nine (Norway) with a right check digit; null where not stated. */
  organisationNumber: string | null;
  town: string;
  hubs: readonly HubSlug[];
  about: Text;
  /** Has applied and waits for the hub's answer; the key of the person who applied, and why. */
  applied?: { by: string; role: string; why: string };
};

export type SeedPerson = {
  key: string;
  name: string;
  email: string;
  /** What the person does, in plain English, for the list of demo people. */
  role: string;
  hub: HubSlug;
  locale: Language;
  memberships: readonly { org: string; role: 'STAFF' | 'ADMIN' }[];
  hubRoles: readonly {
    hub: HubSlug;
    role: 'HOST' | 'ASSESSOR' | 'FINANCE' | 'AUDITOR' | 'HUB_ADMIN';
  }[];
};

export type CareArea =
  | 'SAFETY_AT_HOME'
  | 'NIGHT_SUPERVISION'
  | 'MEDICINES'
  | 'MOBILE_WORK'
  | 'DISTANCE'
  | 'DIAGNOSTICS'
  | 'PARTICIPATION'
  | 'INFRASTRUCTURE';

export type CareSetting =
  | 'HOME_CARE'
  | 'CARE_HOME'
  | 'PRIMARY_CARE'
  | 'HOSPITAL'
  | 'AMBULANCE'
  | 'SOCIAL_SERVICES';

export type SeedAdopter = {
  org: string;
  status: 'TESTING' | 'USING' | 'STOPPED';
  /** Year and month, YYYY-MM. */
  since: string;
  scale?: Text;
  lesson?: Text;
};

export type SeedDemo = {
  /** Short and stable, stands on the sign beside the object. */
  publicId: string;
  slug: string;
  hub: HubSlug;
  owner: string;
  title: Text;
  /** At most 300 characters. */
  summary: Text;
  /** Paragraphs with an empty line between them. */
  body: Text;
  kind: 'PRODUCT' | 'SERVICE' | 'WAY_OF_WORKING' | 'DATA' | 'AI';
  stage: 'IDEA' | 'PROTOTYPE' | 'PILOT' | 'IN_USE' | 'RETIRED';
  areas: readonly CareArea[];
  settings: readonly CareSetting[];
  audience: readonly ('PATIENT' | 'RELATIVE' | 'STAFF' | 'MANAGER')[];
  /** Address of the picture on the site. */
  picture: string;
  pictureAlt: Text;
  status: 'DRAFT' | 'PUBLISHED';
  adopters: readonly SeedAdopter[];
  /** Keys of the needs it answers. */
  needs: readonly string[];
};

/** What a demo claims; without a check it is stated only. Days are YYYY-MM-DD. */
export type SeedClaim = {
  key: string;
  value?: string;
  level?: 'TESTED' | 'IN_PRODUCTION';
  source?: string;
  checkedBy?: string;
  checkedOn?: string;
  expiresOn?: string;
  detail?: Readonly<Record<string, string>>;
};

/** Needs and proposals are written in one language, the author's own. */
export type WrittenLanguage = 'sv' | 'nb';

export type SeedNeed = {
  key: string;
  hub: HubSlug;
  org: string;
  language: WrittenLanguage;
  title: string;
  problem: string;
  affected: string;
  effortToday: string;
  areas: readonly CareArea[];
  urgency: 1 | 2 | 3 | 4;
  visibility: 'DRAFT' | 'PUBLIC_SIDE' | 'OPEN';
  state: 'DRAFT' | 'OPEN' | 'LINKED' | 'MET' | 'CLOSED';
  /** Organisations that have said "we have this need too". */
  alsoHave: readonly string[];
  /** The number of the demo at which it was said. */
  saidAt?: string;
};

export type SeedProposal = {
  key: string;
  hub: HubSlug;
  org: string;
  /** Key of the person who wrote it. */
  author: string;
  language: WrittenLanguage;
  title: string;
  summary: string;
  problem: string;
  solution: string;
  benefit: string;
  firstStep: string;
  wantsPartners: string;
  areas: readonly CareArea[];
  needs: readonly string[];
  visibility: 'DRAFT' | 'PUBLIC_SIDE' | 'OPEN';
  state: 'DRAFT' | 'SUBMITTED' | 'IN_REVIEW' | 'ACCEPTED' | 'DECLINED';
  /** Present exactly when accepted or declined; an accepted one names the next step. */
  decision?: { by: string; reason: string; nextStep?: string };
  /** Who has said that they join, each by a person of its own. */
  joinedBy?: readonly { org: string; role: SeedParty['role']; by: string }[];
  /** Other words that another organisation proposes, waiting for an answer. */
  amendment?: {
    org: string;
    by: string;
    reason: string;
    changes: Partial<Record<'solution', string>>;
  };
  /** Who of other organisations is asked to write it; those with an organisation have said yes for it. */
  coauthors?: readonly { person: string; email: string; org?: string }[];
  /** Which organisations stand behind it, each signed by its own administrator. */
  endorsedBy?: readonly { org: string; by: string }[];
};

export type SeedParty = {
  org: string;
  role: 'OWNER' | 'FUNDER' | 'PILOT_SITE' | 'SUPPLIER' | 'OBSERVER';
  state: 'CONFIRMED' | 'INVITED';
};

export type SeedProject = {
  key: string;
  slug: string;
  hub: HubSlug;
  title: Text;
  summary: Text;
  /** The organisation that leads; also stands among the parties. */
  lead: string;
  parties: readonly SeedParty[];
  /** Dates, YYYY-MM-DD, first and last day. */
  startsOn: string;
  endsOn: string;
  state: 'FORMING' | 'ACTIVE' | 'ON_HOLD' | 'COMPLETED' | 'STOPPED';
  visibility: 'PARTIES' | 'PUBLIC_SIDE' | 'OPEN';
  areas: readonly CareArea[];
  needs: readonly string[];
  /** Key of the accepted proposal it grew from. */
  fromProposal?: string;
  /** Null while the hub has not looked at it: only its parties see it, whatever it wishes. */
  unchecked?: true;
};

export type PlaceKind = 'HOT_DESK' | 'FIXED_DESK' | 'OFFICE' | 'MEETING_ROOM' | 'LAB' | 'SHOWROOM';

/** What a place has of what every hub begins with telling. */
export type PlaceAttributes = {
  screens: number;
  heightAdjustable: boolean;
  hearingLoop: boolean;
  stepFree: boolean;
  videoMeeting: boolean;
  whiteboard: boolean;
  daylight: boolean;
  sound: 'quiet' | 'calm' | 'lively' | null;
};

export type SeedPlace = {
  /** Unique within the hub. */
  key: string;
  kind: PlaceKind;
  name: Text;
  seats: number;
  /** Metres from the top left corner of the plan; x, y are the place's own top left. */
  x: number;
  y: number;
  w: number;
  h: number;
  /** Degrees, clockwise, around the middle. */
  rotation: 0;
  readingOrder: number;
  /** How many alike it has, where it is a pool. */
  units?: number;
  /** Key of the place it stands in: booking that one takes this one, too. */
  within?: string;
  attributes: PlaceAttributes;
  note?: Text;
};

/** A straight stretch in metres, horizontal or vertical. */
export type PlanLine = { x1: number; y1: number; x2: number; y2: number };

export type FloorPlan = {
  /** Corners in order, metres; the last one joins the first. */
  outline: readonly (readonly [number, number])[];
  walls: readonly PlanLine[];
  /** Openings in a wall or in the outline. */
  doors: readonly PlanLine[];
  labels: readonly { x: number; y: number; text: Text }[];
  /** Ways out in an emergency, in the outline or in a wall. */
  exits?: readonly PlanLine[];
  /** How one gets through without steps. */
  routes?: readonly PlanLine[];
  toilets?: readonly { x: number; y: number }[];
};

export type OpeningHours = {
  /** ISO weekday, 1 is Monday. */
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Local time, HH:MM. */
  opens: string;
  closes: string;
};

export type SeedSite = {
  hub: HubSlug;
  name: Text;
  floorName: Text;
  plan: FloorPlan;
  /** A weekday that is missing is closed. */
  openingHours: readonly OpeningHours[];
  places: readonly SeedPlace[];
};

export type SeedBooking = {
  hub: HubSlug;
  placeKey: string;
  /** Slug of the organisation that books. */
  org: string;
  /** Key of the person who signs. */
  person: string;
  /** Local time at the hub. */
  start: Temporal.PlainDateTime;
  end: Temporal.PlainDateTime;
  purpose: string;
};
