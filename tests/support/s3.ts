import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import type { MediaBucket } from '#lib/platform/env.ts';

/** A real server that speaks S3, on this machine, with an empty bucket. */
export async function startS3(): Promise<{ bucket: MediaBucket; close: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'navet-s3-'));
  const server = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory },
    configureBuckets: [{ name: 'navet' }],
  });
  const { port } = await server.run();
  const key = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const bucket = {
    ...{ bucket: 'navet', prefix: 'bilder/', region: 'eu-north-1', key },
    endpoint: `http://127.0.0.1:${port}`,
  };
  const close = async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { bucket, close };
}
