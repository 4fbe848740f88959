import { innovation } from './innovation.ts';
import { mail } from './mail.ts';
import { people } from './people.ts';
import { projects } from './projects.ts';
import { refusals } from './refusals.ts';
import { showroom } from './showroom.ts';
import { site } from './site.ts';
import { workspace } from './workspace.ts';

export const messages = { innovation, mail, people, projects, refusals, showroom, site, workspace };
