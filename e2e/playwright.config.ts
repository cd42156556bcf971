import { defineConfig } from '@playwright/test';
import { officeZone } from './office-zone.ts';

/**
 * Each window of the browser loads two pages of its own for its address line, which nobody sees here, at the cost of a page of ours. The
 * browser takes the last list only, so those that Playwright turns off stand here too.
 */
const featuresOff = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../test-results',
  // A machine that is busy is slow: what hangs is told by the waits below, not by the length of a journey.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  globalSetup: './load-demonstration.ts',
  // On two cores: a journey waits for the browser and the server about as long as they work.
  workers: 3,
  reporter: [['list'], ['json']],
  use: {
    actionTimeout: 30_000,
    locale: 'ru-RU',
    timezoneId: officeZone,
    viewport: { width: 1280, height: 800 },
    // A recording of every step costs a third of the time; `TRACE=retain-on-failure` keeps it of what failed.
    trace: process.env['TRACE'] === 'retain-on-failure' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      // Without a locale the browser gives up Russian names of downloads.
      env: { ...process.env, LANG: 'C.UTF-8' } as Record<string, string>,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${featuresOff.join(',')}`,
      ],
    },
  },
});
