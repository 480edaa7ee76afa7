import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** Counts up with every commit, so that a server can tell an old page from a new one; 0 outside a repository. */
function buildNumber(): number {
  try {
    return Number(execFileSync('git', ['rev-list', '--count', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return 0
  }
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }

const server = 'http://localhost:8080'

export default defineConfig(({ isSsrBuild }) => ({
  define: { __BUILD__: JSON.stringify(buildNumber()), __VERSION__: JSON.stringify(version) },
  plugins: isSsrBuild
    ? []
    : [
        solid(),
        VitePWA({
          strategies: 'injectManifest',
          srcDir: 'src',
          filename: 'service-worker.ts',
          registerType: 'prompt',
          injectRegister: false,
          injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'] },
          manifest: {
            id: '/',
            name: 'Uptally',
            short_name: 'Uptally',
            description: 'Outages, availability and legal time, online and offline',
            lang: 'en-GB',
            display: 'standalone',
            start_url: '/',
            scope: '/',
            theme_color: '#0b5d63',
            background_color: '#f5f7f7',
            icons: [
              { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
              { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
              { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
              { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
            ],
            shortcuts: [
              { name: 'Report outage', url: '/outages/report' },
              { name: 'Outages', url: '/outages' },
            ],
          },
        }),
      ],
  worker: { format: 'es' as const },
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true, copyPublicDir: false }
    : {
        outDir: 'dist/client',
        target: 'es2022',
        emptyOutDir: true,
        manifest: true,
        // The content policy allows images from 'self' and blob: only, so nothing is inlined as data:.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
  server: { proxy: { '/auth': server, '/sync': server, '/health': server, '/admin': server } },
  test: {
    environment: 'node',
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**'],
    env: { TZ: process.env.TZ ?? 'Europe/London' },
    pool: 'forks',
    maxWorkers: 2,
  },
}))
