import { createHash } from 'node:crypto'

/**
 * Next makes the ids of server actions of this key, their file and their name: with the same key every build has the
 * same ids, on every machine, and a page that was open before goes on sending. What it seals is what an action defined
 * inside a component closes over. No action here is (action-ids.test.ts sees to that), so nothing is kept secret with it.
 */
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= createHash('sha256')
  .update('hindsight: server actions')
  .digest('base64')

/** @type {import('next').NextConfig} */
const nextConfig = {
  // Told by the build script: the same source, built anywhere, is one build, and pages needn't be loaded anew.
  generateBuildId: () => process.env.BUILD_ID ?? null,
  reactStrictMode: true,
  poweredByHeader: false,
  headers: async () => [
    {
      source: '/pictures/:path*',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=86400, stale-while-revalidate=604800' }],
    },
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
  serverExternalPackages: [
    'pg',
    'pino',
    'pino-pretty',
    '@prisma/client',
    '@prisma/adapter-pg',
    'better-auth',
    '@better-auth/api-key',
  ],
}

export default nextConfig
