/** @type {import('next').NextConfig} */
const config = {
  // Each build has a folder of its own, so that a new one leaves running processes theirs.
  distDir: process.env.NAVET_BUILD || '.next',
  generateBuildId: () => process.env.NAVET_BUILD_ID ?? null,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    ...['pg', 'nodemailer', 'pg-boss', '@prisma/client', '@prisma/adapter-pg'],
    ...['sharp', '@aws-sdk/client-s3', 'mediabunny', 'file-type', 'webvtt-parser'],
    ...['csv-parse', 'read-excel-file', 'write-excel-file', 'yauzl', 'pdfkit'],
  ],
  // Types are checked by `npm test`, over tests and commands as well.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
};

export default config;
