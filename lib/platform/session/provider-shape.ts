import { z } from 'zod';

/** Where Swedish authorities say for which organisation someone acts: `<id>@<organisation number>`. */
export const orgAffiliation = 'https://id.oidc.se/claim/orgAffiliation';

const list = z.array(z.string().min(1).max(300)).max(20).default([]);
const plain = z.string().trim().min(1).max(80);

/** An OpenID provider as it is set in the environment; a hub's own has the same but trust. */
export const providerShape = z.strictObject({
  key: z.string().regex(/^(?!(email|demo|arrival|link)$)[a-z0-9]+(-[a-z0-9]+)*$/),
  /** What the button says, in one text or in each language. */
  name: z.union([plain, z.strictObject({ sv: plain, nb: plain, en: plain })]),
  /** Exactly as the provider writes itself in its tokens. */
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  /** What both know, or the portal's own private key as JSON Web Key. */
  clientSecret: z.union([
    z.string().min(1),
    z.looseObject({ kty: z.string(), d: z.string() }).transform((key) => JSON.stringify(key)),
  ]),
  scope: z
    .string()
    .regex(/\bopenid\b/)
    .default('openid'),
  /** What is asked for, strongest first, parted by spaces. */
  acrValues: z.string().default(''),
  /** The levels let in; none named means any. */
  acceptedAcr: list,
  /** The levels that are as good as a second factor. */
  strongAcr: list,
  affiliationClaims: list.default([orgAffiliation]),
  /** Claims that hold an organisation number alone; a dot leads into an object or a list. */
  numberClaims: list,
  /** Whether an address that the provider calls verified may tell who someone is. */
  trustedForAddresses: z.boolean().default(false),
});

export type ProviderSettings = z.output<typeof providerShape>;
