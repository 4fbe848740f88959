import { createServer } from 'node:net';
import { Refusal } from '../terminal/refusal.ts';

/** @throws Refusal when nobody can listen on this port of this host. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(new Refusal(whyNot(error, host, port)));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function whyNot({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program, perhaps another Navet; stop it, or set PORT to a free one.`;
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}; set PORT to one above 1023.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `This machine has no address ${host} to listen on; check NAVET_HOST.`;
  }
  return `Nothing can listen on ${host}, port ${port} (${message}).`;
}
