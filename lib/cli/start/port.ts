import { createServer } from 'node:net';
import { Refusal } from '../terminal/refusal.ts';

/** @throws Refusal, naming the setting to change, when nobody can listen on this port of this host. */
export function requireFreePort(host: string, port: number, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(new Refusal(whyNot(error, host, port, setting)));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function whyNot(
  { code, message }: NodeJS.ErrnoException,
  host: string,
  port: number,
  setting: string,
): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program, perhaps another Navet; stop it, or set ${setting} to a free one.`;
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}; set ${setting} to one above 1023.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address ${host} to listen on; check ${setting === 'PORT' ? 'NAVET_HOST' : 'NAVET_METRICS_HOST'}.`;
  }
  return `Nothing can listen on ${host}, port ${port} (${message}).`;
}
