import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { MediaBucket } from '#lib/platform/env.ts';
import type { Store } from './store.ts';

/** Files in a bucket of anything that speaks S3. */
export function bucketStore({
  bucket,
  prefix,
  region,
  endpoint,
  key: credentials,
}: MediaBucket): Store {
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    // Not every provider knows the newer sums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });
  return {
    put: async (key, bytes) => {
      const content = Buffer.isBuffer(bytes)
        ? { Body: bytes, ContentLength: bytes.length }
        : { Body: createReadStream(bytes.path), ContentLength: bytes.bytes };
      await client.send(new PutObjectCommand({ ...at(key), ...content }));
    },
    read: async (key, span) => {
      const range = span && { Range: `bytes=${span.start}-${span.end}` };
      try {
        const { Body } = await client.send(new GetObjectCommand({ ...at(key), ...range }));
        return (Body as Readable | undefined) ?? null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    remove: async (keys) => {
      for (const key of keys) await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}
