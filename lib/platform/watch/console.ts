import { format } from 'node:util';
import { log } from '../log.ts';
import { textOf } from './discretion.ts';

/** What libraries print becomes lines of our log, with the request's name and without what is personal. */
export function structureConsole(): void {
  const written = (parts: unknown[]) =>
    format(...parts.map((part) => (part instanceof Error ? textOf(part) : part)));
  console.log = (...parts) => log.info('said', { text: written(parts) });
  console.info = console.log;
  console.warn = (...parts) => log.warn('said', { text: written(parts) });
  console.error = (...parts) => log.error('said', { text: written(parts) });
  // Node prints its warnings as errors; that a library does something in an old way breaks nothing.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn('said', { text: textOf(warning) }));
}
