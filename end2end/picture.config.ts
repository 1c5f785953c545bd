/** Makes the picture at the top of the README anew: `npm run picture`. */
import { defineConfig } from '@playwright/test';

import config from './playwright.config.ts';

export default defineConfig({ ...config, projects: [{ name: 'picture', testDir: 'picture' }] });
