import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib';

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
  /** Null where a page is not worth that much work. */
  br: Buffer | null;
  gzip: Buffer;
  etag: string;
  type: string;
  /** The scripts of it that may run, as a source list of a content security policy. */
  scripts: string;
};

/** For what is kept: bytes are mostly a piece of a larger buffer, all of which would stay with them. */
export function onItsOwn(piece: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(piece.length);
  piece.copy(own);
  return own;
}

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

// At this level a page takes a twentieth of a millisecond: less than handing it to another thread.
export const zippedQuickly = (body: Buffer) => gzipSync(body, { level: 3 });

/** @param often whether many will ask for it, so that it is worth being compressed well */
export async function pageOf(answer: Rendered, often = true): Promise<Page> {
  const { body, headers, scripts = "'self'" } = answer;
  const [br, zipped] = often
    ? await Promise.all([asBrotli(body, quality), asGzip(body)])
    : [null, zippedQuickly(body)];
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return {
    plain: onItsOwn(body),
    br: br && onItsOwn(br),
    gzip: onItsOwn(zipped),
    etag,
    type: String(headers['content-type']),
    scripts,
  };
}
