/**
 * The framework's settings. The product brief names Remix; its maintained line is React Router's
 * framework mode, which reads them through react-router.config.ts (docs/decisions/0001-framework.md).
 *
 * @type {import('@react-router/dev/config').Config}
 */
export default {
  ssr: true,
  appDirectory: 'app',
  buildDirectory: 'build',
  // The server build has two entries, the site (index) and the operator's commands (cli): each keeps its name.
  serverBuildFile: '[name].js',
  // The whole route table would tell an anonymous browser which areas exist; it is discovered as one goes.
  routeDiscovery: { mode: 'lazy', manifestPath: '/__manifest' },
  // Foreign origins are refused by app/platform/http/origin-check.ts, which knows the public address and
  // answers 403 with a page; the framework's own check would come first, with a bare 400.
  allowedActionOrigins: ['**'],
  future: {
    v8_middleware: true,
    v8_passThroughRequests: true,
    v8_splitRouteModules: true,
    v8_trailingSlashAwareDataRequests: true,
    v8_viteEnvironmentApi: true,
  },
}
