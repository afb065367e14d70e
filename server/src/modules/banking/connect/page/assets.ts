/** The style sheet and the script of the page. Their addresses change with what is in them, so they are kept for good. */
import { readFileSync } from 'node:fs';
import { sha256Hex } from '#platform/crypto/random.ts';

const load = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

export const STYLE = load('connect.css');
export const SCRIPT = load('browser.js');
export const STYLE_PATH = '/connect/assets/connect.css';
export const SCRIPT_PATH = '/connect/assets/browser.js';

const version = (text: string): string => `?v=${sha256Hex(text).slice(0, 12)}`;

export const STYLE_ADDRESS = STYLE_PATH + version(STYLE);
export const SCRIPT_ADDRESS = SCRIPT_PATH + version(SCRIPT);
