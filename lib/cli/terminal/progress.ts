const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const { stdout } = process;

/** Prints one line, above a running step's own line. */
export function say(line: string): void {
  stdout.write(stdout.isTTY ? `\r\x1b[K${line}\n` : `${line}\n`);
}

/** Does a long piece of work under a name: the name at once, its seconds at the end. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1);
  const finish = announce(name, seconds);
  try {
    const result = await work();
    finish();
    say(`${name}: ${seconds()} s`);
    return result;
  } catch (error) {
    finish();
    throw error;
  }
}

/** A moving line on a terminal; in a log file, one line that says what has begun. */
function announce(name: string, seconds: () => string): () => void {
  if (!stdout.isTTY) {
    say(`${name} …`);
    return () => {};
  }
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    stdout.write(`\r\x1b[K${frames[turn % frames.length]} ${name} … ${seconds()} s`);
  }, 120);
  return () => {
    clearInterval(timer);
    stdout.write('\r\x1b[K');
  };
}
