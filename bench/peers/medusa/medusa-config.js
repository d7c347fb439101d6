const { defineConfig } = require('@medusajs/framework/utils')

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, pool: { max: Number(process.env.CONNECTIONS) } },
    http: {
      storeCors: '*',
      adminCors: '*',
      authCors: '*',
      jwtSecret: 'benchmark',
      cookieSecret: 'benchmark',
    },
  },
  admin: { disable: true },
})
