import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A whole answer as the renderer gave it, which scripts of it may run, and what it was made of. */
export type Rendered = {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Buffer;
  scripts?: string;
  reads?: ReadonlySet<string>;
  /** What it asked for that is one reader's alone. */
  personal?: string | null;
};

/** An answer ready to be sent: compressed once, named by its content. */
export type Page = {
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
  etag: string;
  type: string;
  /** The scripts of it that may run, as a source list of a content security policy. */
  scripts: string;
};

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

export async function pageOf({ body, headers, scripts = "'self'" }: Rendered): Promise<Page> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  const [br, zipped] = await Promise.all([asBrotli(body, quality), asGzip(body)]);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { plain: body, br, gzip: zipped, etag, type: String(headers['content-type']), scripts };
}
