/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'pino', 'pino-pretty', '@prisma/client', '@prisma/adapter-pg', 'better-auth', '@better-auth/api-key'],
}

export default nextConfig
