/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['pg', 'nodemailer', 'pg-boss', '@prisma/client', '@prisma/adapter-pg'],
  // Types are checked by `npm test`, over tests and commands as well.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
};

export default config;
