import { globSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as billing from '#lib/billing/reads.ts';
import * as billingSettings from '#lib/billing/settings.ts';
import { checkout } from '#lib/cli/database/place.ts';
import { runNode } from '#lib/cli/terminal/run.ts';
import * as floors from '#lib/floors/reads.ts';
import * as following from '#lib/following/following.ts';
import { findPace } from '#lib/following/pace.ts';
import * as groups from '#lib/guided/groups.ts';
import * as guidedHouse from '#lib/guided/house.ts';
import * as guidedMoving from '#lib/guided/moving.ts';
import * as offers from '#lib/guided/offers.ts';
import { listPastSessions } from '#lib/guided/past.ts';
import * as survey from '#lib/guided/survey.ts';
import * as founding from '#lib/hubs/founding.ts';
import * as hubs from '#lib/hubs/reads.ts';
import * as waiting from '#lib/hubs/waiting.ts';
import * as leases from '#lib/leases/reads.ts';
import * as lists from '#lib/lists/reads.ts';
import * as searches from '#lib/lists/searches.ts';
import { findHistory } from '#lib/log/history.ts';
import * as log from '#lib/log/reads.ts';
import { readLogQuery } from '#lib/log/schema.ts';
import * as meetings from '#lib/meetings/reads.ts';
import { findNeedStart } from '#lib/needs/alike.ts';
import * as ownNeeds from '#lib/needs/own.ts';
import * as needs from '#lib/needs/reads.ts';
import * as notices from '#lib/notices/reads.ts';
import * as bodies from '#lib/organisations/bodies.ts';
import * as judging from '#lib/organisations/judging.ts';
import * as organisations from '#lib/organisations/reads.ts';
import * as organisationSettings from '#lib/organisations/settings.ts';
import * as hubPeople from '#lib/people/hub.ts';
import * as invitations from '#lib/people/invitations.ts';
import * as people from '#lib/people/reads.ts';
import * as timeline from '#lib/phases/reads.ts';
import * as pilots from '#lib/pilots/reads.ts';
import * as attributes from '#lib/places/attributes.ts';
import * as places from '#lib/places/reads.ts';
import { listHouseSites } from '#lib/places/sites.ts';
import { connect, database, disconnect } from '#lib/platform/db.ts';
import { NotFound } from '#lib/platform/errors.ts';
import {
  enterHouse,
  enterOrganisation,
  enterPerson,
  enterPublic,
  enterSystem,
  type Scope,
} from '#lib/platform/scope.ts';
import { listHubProviders } from '#lib/platform/session/hub-providers.ts';
import { findSecurity } from '#lib/platform/session/own.ts';
import * as presence from '#lib/presence/reads.ts';
import * as plans from '#lib/prices/plans.ts';
import * as prices from '#lib/prices/reads.ts';
import * as chain from '#lib/projects/chain.ts';
import * as charter from '#lib/projects/charter.ts';
import * as joining from '#lib/projects/joining.ts';
import * as ownProjects from '#lib/projects/own.ts';
import * as projects from '#lib/projects/reads.ts';
import * as coauthored from '#lib/proposals/coauthored.ts';
import * as others from '#lib/proposals/others.ts';
import * as proposals from '#lib/proposals/reads.ts';
import * as reviews from '#lib/proposals/reviews.ts';
import * as reports from '#lib/reports/reads.ts';
import { findNeedResults } from '#lib/results/needs.ts';
import * as results from '#lib/results/reads.ts';
import { findSpread, spreadFilterOf } from '#lib/results/spread.ts';
import * as controllers from '#lib/rights/controllers.ts';
import { collectMine } from '#lib/rights/holdings.ts';
import * as retention from '#lib/rights/retention.ts';
import * as planned from '#lib/sharing/planned.ts';
import * as money from '#lib/sharing/reads.ts';
import * as adoptions from '#lib/showroom/adoptions.ts';
import * as detail from '#lib/showroom/detail.ts';
import { findImport } from '#lib/showroom/importing.ts';
import * as linking from '#lib/showroom/linking.ts';
import { mediaUse } from '#lib/showroom/media.ts';
import * as mediaReads from '#lib/showroom/media-reads.ts';
import * as neighbours from '#lib/showroom/neighbours.ts';
import * as openData from '#lib/showroom/open-data.ts';
import * as profiles from '#lib/showroom/profiles.ts';
import * as showroom from '#lib/showroom/reads.ts';
import { showroomQueryOf } from '#lib/showroom/schema.ts';
import * as screen from '#lib/showroom/screen.ts';
import * as searching from '#lib/showroom/searching.ts';
import * as synonyms from '#lib/showroom/synonyms.ts';
import * as versions from '#lib/showroom/version-reads.ts';
import * as hanging from '#lib/signs/hanging.ts';
import * as scanning from '#lib/signs/scanning.ts';
import * as decisions from '#lib/steering/decisions.ts';
import * as steering from '#lib/steering/reads.ts';
import * as visits from '#lib/visits/reads.ts';
import * as absence from '#lib/workspace/absence.ts';
import { findBehalfChoices } from '#lib/workspace/behalf.ts';
import * as bookings from '#lib/workspace/booking-reads.ts';
import * as closures from '#lib/workspace/closures.ts';
import * as feeds from '#lib/workspace/feeds.ts';
import { listFreeTimes } from '#lib/workspace/free-times.ts';
import * as grid from '#lib/workspace/grid.ts';
import * as letterChoices from '#lib/workspace/letter-choices.ts';
import * as moving from '#lib/workspace/moving.ts';
import * as placeTerms from '#lib/workspace/place-terms.ts';
import * as workspace from '#lib/workspace/reads.ts';
import * as houseRules from '#lib/workspace/rule-reads.ts';
import * as shownBookings from '#lib/workspace/shown.ts';
import * as termReads from '#lib/workspace/term-reads.ts';
import * as waitingLists from '#lib/workspace/waiting.ts';
import { age, multiply } from '#tests/support/crowd.ts';
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts';

/** Who reads. */
type Reader = 'visitor' | 'site' | 'member' | 'house' | 'assessor' | 'host' | 'own' | 'operator';
const scopes = {} as Record<Reader, Scope>;
const sessions = {} as Record<string, string>;
const ids = {} as Record<
  | 'lease'
  | 'lockedCost'
  | 'floor'
  | 'place'
  | 'booking'
  | 'proposal'
  | 'person'
  | 'project'
  | 'decision'
  | 'meeting'
  | 'result'
  | 'pilot'
  | 'demo'
  | 'ownDemo'
  | 'shownDemo'
  | 'list'
  | 'search'
  | 'need'
  | 'closure'
  | 'terms'
  | 'basis'
  | 'cost'
  | 'attribute',
  string
>;
let fresh: FreshDatabase;
let large: string[] = [];

const everything = readLogQuery({});
const company = {
  ...({ kind: 'COMPANY', country: 'SE' } as const),
  ...{ code: '', name: 'Låsvarg AB', number: '5560360793', town: '' },
};
const anyone = { words: '', organisation: '', role: '', page: 1 };
const all = { words: '', areas: [], states: [], show: 'proposals', page: 1 } as never;
const guidedWish = { demoId: crypto.randomUUID(), language: 'sv', size: 2, from: null };
const wish = { date: '2027-03-01', from: '09:00', to: '12:00', people: 1 } as never;

/** Every read of a list, and of a thing, as somebody who may. */
const reads: Record<string, [Reader, (scope: Scope) => Promise<unknown>]> = {
  listAllHubs: ['operator', founding.listAllHubs],
  listOfficialBodies: ['operator', founding.listOfficialBodies],
  findStatement: ['visitor', hubs.findStatement],
  findHubSettings: ['house', hubs.findHubSettings],
  listBarriers: ['house', hubs.listBarriers],
  listLog: ['house', (scope) => log.listLog(scope, everything, 'sv')],
  findHistory: ['member', (scope) => findHistory(scope, 'booking:list', ids.booking, 'sv')],
  'findHistory for the house': [
    'host',
    (scope) => findHistory(scope, 'booking:decide', ids.booking, 'sv'),
  ],
  listHouseSites: ['house', listHouseSites],
  findBehalfChoices: ['host', (scope) => findBehalfChoices(scope, scope.organisation.id)],
  listOwnLog: ['member', (scope) => log.listOwnLog(scope, everything, 'sv')],
  listProjects: ['visitor', (scope) => projects.listProjects(scope, { state: [], area: [] })],
  findProject: ['visitor', (scope) => projects.findProject(scope, ids.project)],
  listJoined: ['member', (scope) => joining.listJoined(scope, ids.proposal)],
  listOwnProjects: ['member', ownProjects.listOwnProjects],
  findSums: ['visitor', (scope) => money.findSums(scope, ids.project)],
  findGroups: ['member', (scope) => steering.findGroups(scope, 'lugna-natter')],
  listOwnPeople: ['member', (scope) => steering.listOwnPeople(scope)],
  findReadiness: ['member', (scope) => steering.findReadiness(scope, 'lugna-natter')],
  listDecisions: ['member', (scope) => decisions.listDecisions(scope, 'lugna-natter')],
  findDecision: ['member', (scope) => decisions.findDecision(scope, 'lugna-natter', ids.decision)],
  findChoices: ['member', (scope) => decisions.findChoices(scope, 'lugna-natter')],
  listSharedResults: ['visitor', (scope) => results.listSharedResults(scope, '1')],
  findResult: ['visitor', (scope) => results.findResult(scope, ids.result)],
  listProjectResults: ['member', (scope) => results.listProjectResults(scope, 'lugna-natter')],
  'findOwnAdoption of a result': ['member', (scope) => results.findOwnAdoption(scope, ids.result)],
  findDraft: ['member', (scope) => results.findDraft(scope, ids.result)],
  findSpread: ['member', (scope) => findSpread(scope, spreadFilterOf({}))],
  findNeedResults: ['member', (scope) => findNeedResults(scope, ids.need)],
  findPilots: ['visitor', (scope) => pilots.findPilots(scope, ids.project)],
  findPilot: ['member', (scope) => pilots.findPilot(scope, 'lugna-natter', ids.pilot)],
  listMeetings: ['member', (scope) => meetings.listMeetings(scope, 'lugna-natter')],
  findMeeting: ['member', (scope) => meetings.findMeeting(scope, 'lugna-natter', ids.meeting)],
  findTimeline: ['visitor', (scope) => timeline.findTimeline(scope, ids.project)],
  findMoney: ['member', (scope) => money.findMoney(scope, 'lugna-natter')],
  findCostPlan: ['member', (scope) => planned.findCostPlan(scope, 'lugna-natter')],
  findCharter: ['member', (scope) => charter.findCharter(scope, 'lugna-natter')],
  findStanding: ['member', (scope) => ownProjects.findStanding(scope, ids.project)],
  findOwnProject: ['member', (scope) => ownProjects.findOwnProject(scope, 'lugna-natter')],
  findProjectToEdit: ['member', (scope) => ownProjects.findProjectToEdit(scope, 'lugna-natter')],
  listInvitable: ['member', (scope) => ownProjects.listInvitable(scope, 'lugna-natter')],
  listToCheck: ['assessor', ownProjects.listToCheck],
  findToCheck: ['assessor', (scope) => ownProjects.findToCheck(scope, ids.project)],
  listDemos: ['visitor', (scope) => searching.listDemos(scope, showroomQueryOf({}))],
  'listDemos with words': [
    'visitor',
    (scope) => searching.listDemos(scope, showroomQueryOf({ q: 'trygg natt' })),
  ],
  listFoundIds: [
    'visitor',
    (scope) => searching.listFoundIds(scope, showroomQueryOf({ area: 'DISTANCE' })),
  ],
  listSynonyms: ['host', synonyms.listSynonyms],
  findSynonym: ['host', (scope) => noneOr(synonyms.findSynonym(scope, someUse.file))],
  listNewestDemos: ['visitor', (scope) => showroom.listNewestDemos(scope, 4)],
  findShownMedia: ['visitor', (scope) => mediaReads.findShownMedia(scope, ids.demo)],
  findDemo: ['visitor', (scope) => detail.findDemo(scope, ids.demo)],
  listCompared: ['visitor', (scope) => detail.listCompared(scope, ['D-3C7W', 'D-6P2H'])],
  findOnScreen: [
    'visitor',
    (scope) => screen.findOnScreen(scope, screen.screenQueryOf({ n: '7' })),
  ],
  findArchivedDemo: ['visitor', (scope) => noneOr(detail.findArchivedDemo(scope, 'gone'))],
  findNamedDemos: [
    'member',
    (scope) => linking.findNamedDemos(scope, [{ number: 'D-3C7W', kind: 'NEEDS' }]),
  ],
  listRetentionRuns: ['house', retention.listRetentionRuns],
  findHouse: ['visitor', workspace.findHouse],
  findSites: ['visitor', workspace.findSites],
  findFreePlaces: ['member', (scope) => workspace.findFreePlaces(scope, wish)],
  listFreeTimes: ['member', (scope) => listFreeTimes(scope, ids.place, wish)],
  findPlace: ['member', (scope) => workspace.findPlace(scope, ids.place, wish)],
  listBookings: ['member', bookings.listBookings],
  'listBookings of the past': ['member', (scope) => bookings.listBookings(scope, { past: true })],
  listForAbsence: [
    'member',
    (scope) => absence.listForAbsence(scope, { from: '2026-01-01', to: '2027-12-31' }),
  ],
  findGrid: [
    'member',
    (scope) => grid.findGrid(scope, { date: new Date().toISOString().slice(0, 10), days: 7 }),
  ],
  listOwnAdoptions: ['member', adoptions.listOwnAdoptions],
  findOwnAdoption: ['member', (scope) => adoptions.findOwnAdoption(scope, ids.shownDemo)],
  findOwnProfile: ['member', profiles.findOwnProfile],
  findNeighbours: [
    'visitor',
    (scope) => neighbours.findNeighbours(scope, ids.shownDemo, 'SE-2380'),
  ],
  listTowns: ['visitor', neighbours.listTowns],
  listOpenDemos: ['visitor', (scope) => openData.listOpenDemos(scope)],
  listOpenCatalogues: ['site', openData.listOpenCatalogues],
  listShownDemos: ['host', versions.listShownDemos],
  listRemovedDemos: ['host', versions.listRemovedDemos],
  listOwnDemos: ['member', versions.listOwnDemos],
  findOwnDemo: ['member', (scope) => versions.findOwnDemo(scope, ids.ownDemo)],
  findMediaFiles: ['member', (scope) => mediaReads.findMediaFiles(scope, [someUse])],
  findDraftMedia: ['host', (scope) => mediaReads.findDraftMedia(scope, [someUse])],
  findImport: ['member', (scope) => noneOr(findImport(scope, someUse.file))],
  listDemosToReview: ['host', versions.listDemosToReview],
  findSentDemo: ['host', (scope) => versions.findSentDemo(scope, ids.ownDemo)],
  listLists: ['member', lists.listLists],
  findList: ['member', (scope) => lists.findList(scope, ids.list)],
  findLockedList: ['member', (scope) => lists.findLockedList(scope, ids.list)],
  findListChoices: ['member', (scope) => lists.findListChoices(scope, ids.shownDemo)],
  listSearches: ['member', searches.listSearches],
  findSearch: ['member', (scope) => searches.findSearch(scope, ids.search)],
  listFollows: ['member', following.listFollows],
  findFollowed: [
    'member',
    (scope) => following.findFollowed(scope, { kind: 'owner', key: 'lasvarg' }),
  ],
  findPace: ['own', findPace],
  listVisits: ['member', visits.listVisits],
  'listVisits of the house': ['host', visits.listVisits],
  listGuestsHere: ['host', visits.listGuestsHere],
  listFeeds: ['member', feeds.listFeeds],
  listToAnswer: ['host', bookings.listToAnswer],
  findBooking: ['member', (scope) => bookings.findBooking(scope, ids.booking)],
  listWaiting: ['member', waitingLists.listWaiting],
  listHouseToday: ['host', bookings.listHouseToday],
  findLetterChoices: ['own', letterChoices.findLetterChoices],
  findPresence: ['member', presence.findPresence],
  findHousePresence: ['host', presence.findHousePresence],
  findShown: ['member', shownBookings.findShown],
  listTerms: ['house', termReads.listTerms],
  findTerms: ['house', (scope) => termReads.findTerms(scope, ids.terms)],
  listOwnTerms: ['member', placeTerms.listOwnTerms],
  findReport: [
    'host',
    (scope) =>
      reports.findReport(scope, { from: '2026-01', to: '2027-12', site: null, kind: null }),
  ],
  listClosures: ['host', closures.listClosures],
  findMet: ['host', (scope) => moving.findMet(scope, ids.closure)],
  listClosable: ['host', houseRules.listClosable],
  listSiteHours: ['house', houseRules.listSiteHours],
  findHouseRules: ['house', houseRules.findHouseRules],
  listPrices: ['house', prices.listPrices],
  listPlans: ['house', plans.listPlans],
  listCredits: ['member', plans.listCredits],
  listBases: ['house', (scope) => billing.listBases(scope, '2026-12-01')],
  findBasis: ['house', (scope) => billing.findBasis(scope, ids.basis)],
  listCosts: ['member', billing.listCosts],
  findCost: ['member', (scope) => billing.findCost(scope, ids.cost)],
  findLockedCost: ['member', (scope) => billing.findLockedCost(scope, ids.lockedCost)],
  findBillingSetting: ['house', billingSettings.findBillingSetting],
  findReferences: ['member', billingSettings.findReferences],
  listLeases: ['host', leases.listLeases],
  listOwnLeases: ['member', leases.listOwnLeases],
  listToSign: ['member', leases.listToSign],
  listLeasedOn: ['host', (scope) => leases.listLeasedOn(scope, '2027-03-01')],
  findLease: ['host', (scope) => leases.findLease(scope, ids.lease)],
  findDraftChoices: ['host', leases.findDraftChoices],
  listFloors: ['host', floors.listFloors],
  findFloor: ['host', (scope) => floors.findFloor(scope, ids.floor)],
  findPlan: ['host', (scope) => floors.findPlan(scope, ids.floor, 1)],
  listSigns: ['host', (scope) => hanging.listSigns(scope)],
  findHung: ['host', (scope) => hanging.findHung(scope, ids.place)],
  findHere: ['member', (scope) => scanning.findHere(scope, ids.place)],
  listHousePlaces: ['host', places.listHousePlaces],
  findHousePlace: ['host', (scope) => places.findHousePlace(scope, ids.place)],
  findPlaceChoices: ['house', places.findPlaceChoices],
  listAttributes: ['house', attributes.listAttributes],
  findAttribute: ['house', (scope) => attributes.findAttribute(scope, ids.attribute)],
  listNeedsToLink: ['member', needs.listNeedsToLink],
  listOwnNeeds: ['member', ownNeeds.listOwnNeeds],
  findNeed: ['member', (scope) => ownNeeds.findNeed(scope, ids.need)],
  listSaidAt: ['member', (scope) => ownNeeds.listSaidAt(scope, ids.shownDemo)],
  listNeedsAtHub: ['house', ownNeeds.listNeedsAtHub],
  findNeedStart: ['member', (scope) => findNeedStart(scope, ids.shownDemo)],
  listCoauthorInvitations: ['member', coauthored.listCoauthorInvitations],
  listOwnProposals: ['member', proposals.listOwnProposals],
  findShownProposal: ['member', (scope) => proposals.findShownProposal(scope, ids.proposal)],
  findOverview: [
    'member',
    (scope) =>
      proposals.findOverview(scope, projects.projectsFor, (db) => groups.comingGroups(db, scope)),
  ],
  listReviews: ['assessor', reviews.listReviews],
  findReview: ['assessor', (scope) => reviews.findReview(scope, ids.proposal)],
  findChain: ['member', (scope) => chain.findChain(scope, { need: ids.need ?? '' })],
  listOthers: ['member', (scope) => others.listOthers(scope, all, projects.projectsFor)],
  listNotices: ['house', notices.listNotices],
  findSettings: ['member', organisationSettings.findSettings],
  listTakingPart: ['house', (scope) => judging.listTakingPart(scope, 'VERIFIED')],
  findTakingPart: ['house', (scope) => judging.findTakingPart(scope, 'ostersunds-kommun')],
  listHubs: ['site', organisations.listHubs],
  findHub: ['visitor', organisations.findHub],
  listOrganisations: ['visitor', organisations.listOrganisations],
  findOrganisation: [
    'visitor',
    (scope) => organisations.findOrganisation(scope, 'ostersunds-kommun', showroom.demosOf),
  ],
  findFormer: [
    'visitor',
    async ({ hub }) =>
      (await enterSystem(hub.slug, 'test')).read('system:work', (db) =>
        bodies.findFormer(db, hub.id, company, 'emil.sandgren@lasvarg.example'),
      ),
  ],
  listHubPeople: ['house', (scope) => hubPeople.listHubPeople(scope, anyone)],
  'listHubPeople with words': [
    'house',
    (scope) => hubPeople.listHubPeople(scope, { ...anyone, words: 'maja' }),
  ],
  findHubPerson: ['house', (scope) => hubPeople.findHubPerson(scope, ids.person)],
  findTimes: ['member', (scope) => noneOr(offers.findTimes(scope, guidedWish))],
  findMoveTimes: [
    'member',
    (scope) => noneOr(guidedMoving.findMoveTimes(scope, ids.demo, { language: 'sv', from: null })),
  ],
  listOwnGroups: ['member', groups.listOwnGroups],
  findOwnGroup: ['member', (scope) => noneOr(groups.findOwnGroup(scope, ids.demo))],
  listShowings: ['member', groups.listShowings],
  listSessions: ['host', guidedHouse.listSessions],
  listPastSessions: ['host', (scope) => listPastSessions(scope, 1)],
  listUnanswered: ['host', guidedHouse.listUnanswered],
  listSessionsOn: ['host', (scope) => guidedHouse.listSessionsOn(scope, '2027-03-01')],
  findSession: ['host', (scope) => noneOr(guidedHouse.findSession(scope, ids.booking))],
  listResources: ['host', guidedHouse.listResources],
  listPresentations: ['host', guidedHouse.listPresentations],
  findPresentation: ['host', (scope) => noneOr(guidedHouse.findPresentation(scope, ids.shownDemo))],
  findSurvey: ['visitor', (scope) => noneOr(survey.findSurvey(scope, 'ABCDEFGH'))],
  findEffect: ['member', (scope) => survey.findEffect(scope, ids.booking)],
  findHouseEffect: ['host', survey.findHouseEffect],
  listWhoCanShow: ['host', guidedHouse.listWhoCanShow],
  listPeople: ['member', people.listPeople],
  findColleague: ['member', (scope) => people.findColleague(scope, ids.person)],
  findMyself: ['member', people.findMyself],
  findHouseWork: ['member', (scope) => people.findHouseWork(scope, ids.person)],
  listInvitations: ['member', (scope) => invitations.listInvitations(scope, 'people')],
  listOwnDomains: ['member', invitations.listOwnDomains],
  listHubProviders: ['house', listHubProviders],
  listControllers: ['site', controllers.listControllers],
  findController: ['visitor', controllers.findController],
  findHouseWaits: ['house', waiting.findHouseWaits],
  findSecurity: ['own', findSecurity],
  'what is held about me': ['own', collectMine],
};

const someUse = mediaUse.parse({ file: crypto.randomUUID(), kind: 'PICTURE' });

/** Whether it is there or not, it has been looked for. */
async function noneOr(read: Promise<unknown>): Promise<void> {
  await read.catch((error) => {
    if (!(error instanceof NotFound)) throw error;
  });
}

/** Named list or find, and no read of a page: steps within one, links with a secret, the machine's own. */
const within =
  `findBookings listSites findOwnProposal findDemoAddress listOfficial findKnown findApplication
  findInvitation findOpenInvitation listAlternatives findSimilar findRelated findAnswer findPerson
  listRemarks findVisit findBySameForm findBookingPrice findLateFee listSources listSold`.split(
    /\s+/,
  );

beforeAll(async () => {
  fresh = await freshDatabase();
  const script = ['--conditions=react-server', 'lib/cli/seed.ts'];
  const env = { DATABASE_URL: fresh.url };
  await runNode(script, {
    name: 'seed',
    env,
    signal: new AbortController().signal,
    onLine: () => {},
  });
  const client = new Client(fresh.url);
  await client.connect();
  await multiply(client, 60);
  const { rows } = await client.query(`select id from hub where slug = 'ostersund'`);
  await age(client, rows[0].id, 20);
  await prepare(client);
  await client.end();
  await connect(fresh.url);
  watch();
  await enterAll();
}, 300_000);
afterAll(async () => {
  await disconnect();
  await fresh.close();
});

describe('A database that many hubs have used for years', () => {
  it.each(Object.keys(reads))('is read by its indexes: %s', async (name) => {
    const [who, read] = reads[name] ?? [];
    if (!who || !read) throw new Error(name);
    scans.length = 0;
    await read(scopes[who]);
    expect(looked, 'the read was watched').toBeGreaterThan(0);
    expect(scans).toEqual([]);
  });

  it.each([
    'enter_public',
    'enter_organisation',
    'enter_house',
    'enter_person',
    'session_doors',
    'session_answers',
  ])('is entered by its indexes: %s', async (door) => {
    const given: Record<string, string> = {
      enter_public: `'ostersund'`,
      enter_organisation: `'${sessions.member}', 'ostersund', 'ostersunds-kommun'`,
      enter_house: `'${sessions.house}', 'ostersund'`,
      enter_person: `'${sessions.member}'`,
      session_doors: `'${sessions.house}'`,
      session_answers: `'${sessions.house}'`,
    };
    scans.length = 0;
    await database().$transaction((db) =>
      db.$queryRawUnsafe(`select ${door}(${given[door]})::text`),
    );
    expect(scans).toEqual([]);
  });

  it('has every list and every thing that a page reads in this table', () => {
    const files = globSync(
      'lib/{billing,floors,following,guided,hubs,leases,lists,log,meetings,needs,notices,organisations,people,phases,pilots,places,prices,projects,proposals,results,rights,sharing,showroom,signs,steering,visits,workspace}/*.ts',
      {
        cwd: checkout,
      },
    );
    const named = files.flatMap((file) => {
      const text = readFileSync(`${checkout}/${file}`, 'utf8');
      return [...text.matchAll(/^export (?:async )?function (?=list|find)(\w+)/gm)].map(
        ([, name]) => name ?? '',
      );
    });
    expect(named.length).toBeGreaterThan(40);
    const known = new Set([...Object.keys(reads), ...within]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

const many = 1000;
const scans: string[] = [];
let looked = 0;

/** Every transaction ends by telling which large tables it read from end to end. */
function watch(): void {
  const client = database();
  const transaction = client.$transaction.bind(client) as (
    work: unknown,
    options?: unknown,
  ) => never;
  const watched = (work: (db: typeof client) => Promise<unknown>, options?: unknown) =>
    transaction(async (db: typeof client) => {
      const before = await readSoFar(db);
      const result = await work(db);
      for (const [table, rows] of await readSoFar(db)) {
        if (rows - (before.get(table) ?? 0) > many) scans.push(table);
      }
      looked += 1;
      return result;
    }, options);
  Object.defineProperty(client, '$transaction', { value: watched });
}

/** Rows of the large tables that this connection has read from end to end. */
async function readSoFar(db: ReturnType<typeof database>): Promise<Map<string, number>> {
  const rows = await db.$queryRawUnsafe<{ relname: string; seq_tup_read: bigint }[]>(
    'select relname, seq_tup_read from pg_stat_xact_user_tables where seq_tup_read > 0',
  );
  const known = rows.filter(({ relname }) => large.includes(relname));
  return new Map(known.map(({ relname, seq_tup_read: read }) => [relname, Number(read)]));
}

const readers = {
  member: 'henrik.aslund@ostersunds-kommun.example',
  house: 'anders.sundvall@region-jamtland-harjedalen.example',
  assessor: 'gunilla.norrback@region-jamtland-harjedalen.example',
  host: 'jonna.persgard@region-jamtland-harjedalen.example',
  operator: 'tyra.ekvall@%',
};

async function prepare(client: Client): Promise<void> {
  for (const [name, email] of Object.entries(readers)) {
    const id = crypto.randomUUID();
    sessions[name] = id;
    const { rowCount } = await client.query(
      `insert into session (id, person_id, expires_at) select $1, id, now() + interval '1 hour' from person where email like $2 limit 1`,
      [id, email],
    );
    if (rowCount !== 1) throw new Error(email);
  }
  const one = async (sql: string) => String(Object.values((await client.query(sql)).rows[0])[0]);
  const here = `hub_id = (select id from hub where slug = 'ostersund')`;
  const ours = `organisation_id = (select id from organisation where slug = 'ostersunds-kommun')`;
  ids.place = await one(`select place_id from booking where ${here} and ${ours} limit 1`);
  ids.floor = await one(`select id from floor where ${here} limit 1`);
  ids.booking = await one(`select id from booking where ${here} and ${ours} limit 1`);
  ids.lease = await one(`select id from lease where ${here} and status = 'SIGNED' limit 1`);
  ids.proposal = await one(`select id from proposal where ${here} and state = 'SUBMITTED' limit 1`);
  ids.project = await one(
    `select slug from innovation_project where ${here} and visibility = 'OPEN' limit 1`,
  );
  ids.decision = await one(`select id from decision where ${here} and number = 1 limit 1`);
  ids.meeting = await one(`select id from meeting where ${here} and state = 'APPROVED' limit 1`);
  ids.result = await one(`select slug from result where ${here} limit 1`);
  ids.pilot = await one(`select id from pilot where ${here} limit 1`);
  ids.demo = await one(
    `select slug from showroom_demo where ${here} and status = 'PUBLISHED' limit 1`,
  );
  ids.list = await one(`select id from demo_list where locked_at is not null limit 1`);
  ids.search = await one(`select id from saved_search limit 1`);
  ids.shownDemo = await one(
    `select id from showroom_demo where ${here} and status = 'PUBLISHED' limit 1`,
  );
  ids.need = await one(`select id from need where ${here} and visibility = 'OPEN' limit 1`);
  ids.ownDemo = await one(
    `with made as (insert into showroom_demo (hub_id, id, public_id, slug, owner_id, title, summary, body, kind, stage,
         areas, settings, audience, picture, picture_alt)
       select o.hub_id, gen_random_uuid(), 'D-LOADED', 'd-loaded', o.organisation_id, '{}', '{}', '{}', 'PRODUCT',
         'IDEA', '{}', '{}', '{}', '', '{}' from participation o where ${here} and ${ours} limit 1 returning hub_id, id)
     insert into demo_version (hub_id, demo_id, number, state, content, sent_at)
       select hub_id, id, 1, 'REVIEW', '{}', now() from made returning demo_id`,
  );
  ids.closure = await one(
    `insert into closure (hub_id, id, site_id, from_day, from_minute, to_day, to_minute, yearly, message, exempt)
     select hub_id, gen_random_uuid(), id, current_date + 1, 0, current_date + 1, 1440, false, '{"sv": "x"}', '{}'
     from site where ${here} limit 1 returning id`,
  );
  ids.attribute = await one(`select id from attribute where ${here} and code = 'screens'`);
  ids.terms = await one(
    `insert into house_terms (hub_id, id, kind, version, title, text, valid_from, demanded, made_by_id)
     select hub_id, gen_random_uuid(), 'LAB', 9, '{"sv": "x"}', '{"sv": "x"}', current_date, true, person_id
     from hub_role where ${here} limit 1 returning id`,
  );
  ids.basis = await one(`select id from invoice_basis where ${here} limit 1`);
  ids.cost = await one(`select id from invoice_basis where ${here} and ${ours} limit 1`);
  ids.lockedCost = await one(
    `select id from invoice_basis where ${here} and ${ours} and status <> 'DRAFT' limit 1`,
  );
  ids.person = await one(`select person_id from membership where ${ours} limit 1`);
  const { rows } = await client.query(
    `select relname from pg_class where relkind = 'r' and reltuples > 2000 and relname !~ '^(_prisma|pg_|sql_)'`,
  );
  large = rows.map(({ relname }) => relname);
  if (large.length < 15) throw new Error(`Only ${large} are large.`);
}

async function enterAll(): Promise<void> {
  const of = (name: string) => sessions[name] ?? '';
  scopes.visitor = await enterPublic('ostersund');
  scopes.site = await enterPublic(null);
  scopes.member = await enterOrganisation(of('member'), 'ostersund', 'ostersunds-kommun');
  for (const name of ['house', 'assessor', 'host'] as const) {
    scopes[name] = await enterHouse(of(name), 'ostersund');
  }
  scopes.own = await enterPerson(of('member'));
  scopes.operator = await enterPerson(of('operator'));
  await enterSystem(null, 'test');
}
