/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Answers are compressed once by the page cache in front (lib/platform/web); rendering twice for
  // compression on the fly would cost more than the page itself.
  compress: false,
  serverExternalPackages: ['pg', 'nodemailer', 'pg-boss', '@prisma/client', '@prisma/adapter-pg'],
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
};

export default config;
