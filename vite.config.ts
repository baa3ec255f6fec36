import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { tsconfigPaths: true },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  environments: {
    ssr: {
      build: {
        target: 'node20',
        // One bundle serves the site (index) and the operator's commands (cli).
        rollupOptions: { input: { index: './app/server.ts', cli: './app/cli.ts' } },
      },
    },
  },
})
