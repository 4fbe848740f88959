import type { SeedSite } from './types.ts';
import { innlandetSite } from './workspace/innlandet.ts';
import { ostersundSite } from './workspace/ostersund.ts';
import { vasterbottenSite } from './workspace/vasterbotten.ts';
import { vastraGotalandSite } from './workspace/vastra-gotaland.ts';

/** One house per demo hub, with its floor plan, its places and its hours. */
export const demoSites: readonly SeedSite[] = [
  ostersundSite,
  vasterbottenSite,
  vastraGotalandSite,
  innlandetSite,
];
