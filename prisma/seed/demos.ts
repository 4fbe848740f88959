import { innlandetDemos } from './demos/innlandet.ts';
import { ostersundDemos } from './demos/ostersund.ts';
import { ostersundHomeDemos } from './demos/ostersund-home.ts';
import { vasterbottenDemos } from './demos/vasterbotten.ts';
import { vastraGotalandDemos } from './demos/vastra-gotaland.ts';
import type { WrittenDemo } from './demos/written.ts';
import type { HubSlug, SeedDemo } from './types.ts';

/** What the four showrooms show, each with a drawing of its own. */
export const demoDemos: readonly SeedDemo[] = [
  ...shownAt('ostersund', ostersundDemos),
  ...shownAt('ostersund', ostersundHomeDemos),
  ...shownAt('vasterbotten', vasterbottenDemos),
  ...shownAt('vastra-gotaland', vastraGotalandDemos),
  ...shownAt('innlandet', innlandetDemos),
];

function shownAt(hub: HubSlug, demos: readonly WrittenDemo[]): SeedDemo[] {
  return demos.map((demo) => ({ ...demo, hub, picture: `/demos/${demo.slug}.svg` }));
}
