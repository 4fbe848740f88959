import { adoptions } from './adoptions.ts';
import { billing } from './billing.ts';
import { catalogue } from './catalogue.ts';
import { compare } from './compare.ts';
import { demoImport } from './demo-import.ts';
import { demoLinks } from './demo-links.ts';
import { demoPages } from './demo-pages.ts';
import { floors } from './floors.ts';
import { following } from './following.ts';
import { guided } from './guided.ts';
import { hours } from './hours.ts';
import { house } from './house.ts';
import { houseTerms } from './house-terms.ts';
import { identity } from './identity.ts';
import { innovation } from './innovation.ts';
import { kiosk } from './kiosk.ts';
import { leases } from './leases.ts';
import { letterChoices } from './letter-choices.ts';
import { lists } from './lists.ts';
import { mail } from './mail.ts';
import { media } from './media.ts';
import { meetings } from './meetings.ts';
import { needs } from './needs.ts';
import { openData } from './open-data.ts';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { permissions } from './permissions.ts';
import { phases } from './phases.ts';
import { pilots } from './pilots.ts';
import { places } from './places.ts';
import { presence } from './presence.ts';
import { prices } from './prices.ts';
import { projects } from './projects.ts';
import { refusals } from './refusals.ts';
import { reports } from './reports.ts';
import { results } from './results.ts';
import { rights } from './rights.ts';
import { sharing } from './sharing.ts';
import { showroom } from './showroom.ts';
import { signs } from './signs.ts';
import { site } from './site.ts';
import { steering } from './steering.ts';
import { visits } from './visits.ts';
import { workspace } from './workspace.ts';

export const messages = {
  catalogue,
  guided,
  compare,
  demoLinks,
  kiosk,
  demoPages,
  needs,
  openData,
  adoptions,
  demoImport,
  floors,
  following,
  hours,
  billing,
  house,
  houseTerms,
  identity,
  innovation,
  leases,
  letterChoices,
  lists,
  mail,
  media,
  organisations,
  people,
  permissions,
  presence,
  prices,
  places,
  projects,
  refusals,
  reports,
  rights,
  phases,
  sharing,
  meetings,
  pilots,
  results,
  steering,
  showroom,
  signs,
  site,
  visits,
  workspace,
};
