import type { ChildProcess, SendHandle, Serializable } from 'node:child_process';
import type { Worker } from 'node:cluster';

/** How Node's cluster hands a connection over, and hears that it was taken; the name of the message. */
type Handing = { cmd: 'NODE_CLUSTER'; act: 'newconn'; seq: number };
type Connection = SendHandle & { close: () => void };
type Send = (message: Serializable, connection?: SendHandle, ...rest: unknown[]) => boolean;

/**
 * A process that is killed at the instant it is given a connection never says that it took it, and Node then
 * keeps the connection open for nobody. Here it goes to another process instead, as if it had just come; where
 * there is none, it is closed.
 * @param others the processes that take connections
 */
export function handOn(web: Worker, others: () => Iterable<Worker>): void {
  const under = new Map<number, [Handing, Connection]>();
  const child = web.process as Omit<ChildProcess, 'send'> & { send: Send };
  const send: Send = child.send.bind(child);
  child.send = (...given) => {
    const [message, connection] = given;
    const handed = connection && isHanding(message);
    if (handed) under.set(message.seq, [message, connection as Connection]);
    return send(...given);
  };
  // Node keeps this event to itself; that a connection was taken is told nowhere else.
  child.on('internalMessage', (message: { ack?: number }) => under.delete(message.ack ?? -1));
  const pass = () => {
    const other = [...others()].find((one) => one !== web && one.isConnected());
    for (const [message, connection] of under.values()) {
      if (other) (other.process as typeof child).send(message, connection);
      else connection.close();
    }
    under.clear();
  };
  // What it said last is still to be read.
  child.once('exit', () => setImmediate(pass));
}

function isHanding(message: unknown): message is Handing & Serializable {
  const { cmd, act, seq } = (message ?? {}) as Partial<Handing>;
  return cmd === 'NODE_CLUSTER' && act === 'newconn' && typeof seq === 'number';
}
