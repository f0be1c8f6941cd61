// The release, behind the production headers, in the system's Chromium.
// `cargo xtask test` sets the variables; without them: the site in dist/, at the root.
// PORTAL_URL names a server that runs already and serves PORTAL_DIST: nginx or Caddy in xtask/src/hosts.rs.
// PORTAL_PORT names another port.
import { defineConfig, devices } from '@playwright/test';

const given = process.env.PORTAL_URL;
const base = given ? new URL(given).pathname : process.env.PORTAL_BASE ?? '/';
const dist = process.env.PORTAL_DIST ?? 'dist';
const below = base !== '/';
const port = process.env.PORTAL_PORT ?? (below ? 4174 : 4173);
const baseURL = given ?? `http://127.0.0.1:${port}${base}`;

export default defineConfig({
  testDir: 'tests/e2e',
  // sub-path.spec.mjs runs on the build for a sub-folder, what tests the server on both, all others on the one for the root.
  testMatch: below ? '{sub-path,headers,caching}.spec.mjs' : '*.spec.mjs',
  testIgnore: below ? undefined : 'sub-path.spec.mjs',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  // One test tries axe on a page in four ways; a loaded machine takes its time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'line',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // What a worker answers, no test can alter: those of the worker let it in.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: given ? undefined : {
    command: `cargo xtask serve --no-build --port ${port} --dist ${dist} --base ${base}`,
    url: baseURL,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
