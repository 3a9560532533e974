// The browser of the tests.
import { existsSync } from 'node:fs';

// Without a window of its own it needs a quarter less of the machine.
const HEADLESS = '/usr/bin/chromium-headless-shell';
const KNOWN = [process.env.CHROMIUM, HEADLESS, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The one that CHROMIUM names, or the first that is there. */
export const executablePath = KNOWN.find((path) => path && existsSync(path));
